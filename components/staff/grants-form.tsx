import { useTranslations } from "next-intl";
import { SelectInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { ScopeSelect, scopeValue } from "@/components/staff/scope-select";
import { roles } from "@/lib/auth/types";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { PersonRow, ScopeNames } from "@/lib/staff/people/types";

type Row = { role: string; scope: string };

/** The roles of somebody, and one empty line for another. What was refused stands as it was chosen. */
export function GrantsForm({
  locale,
  person,
  scopes,
  tried,
}: {
  locale: Locale;
  person: PersonRow;
  scopes: ScopeNames;
  tried: Tried | null;
}) {
  const t = useTranslations("staff.people");
  const role = useTranslations("rights.role");
  const chosen = triedRows(tried);
  const firstScope = scopes.regions[0] ? `region:${scopes.regions[0].id}` : "all";
  const rows = chosen ?? [
    ...person.grants.map((grant): Row => ({ role: grant.role, scope: scopeValue(grant) })),
    { role: "", scope: firstScope },
  ];
  return (
    <Panel title={t("grants")}>
      <p className="muted small">{t("grantsText")}</p>
      <FormFrame locale={locale} action="person-grants" back={`/admin/staff/${person.id}`}>
        <input type="hidden" name="person" value={person.id} />
        {rows.map((row, index) => (
          // A line has no name but its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the page is drawn once
          <div key={index} className="pair">
            <SelectInput
              name="role"
              label={t("grantRole", { number: index + 1 })}
              value={row.role}
              choices={[{ value: "", label: t("noRole") }, ...roles.map((one) => ({ value: one, label: role(one) }))]}
            />
            <ScopeSelect
              name="scope"
              label={t("grantScope", { number: index + 1 })}
              scopes={scopes}
              value={row.scope}
            />
          </div>
        ))}
        <button type="submit" className="btn btn-primary">
          {t("saveGrants")}
        </button>
      </FormFrame>
    </Panel>
  );
}

function triedRows(tried: Tried | null): Row[] | null {
  const all = (name: string) => (tried?.fields ?? []).flatMap(([one, value]) => (one === name ? [value] : []));
  const scopes = all("scope");
  const rows = all("role").map((role, index) => ({ role, scope: scopes[index] ?? "all" }));
  return rows.length > 0 ? rows : null;
}
