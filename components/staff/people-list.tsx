import { useTranslations } from "next-intl";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { useMoment } from "@/components/admin/use-moment";
import { Access } from "@/components/staff/access";
import { GrantList } from "@/components/staff/grant-list";
import { DataTable } from "@/components/ui/data-table";
import type { Locale } from "@/lib/i18n/locales";
import type { PersonRow, ScopeNames } from "@/lib/staff/people/types";

/** Everybody who works on the portal. */
export function PeopleList({
  locale,
  people,
  scopes,
}: {
  locale: Locale;
  people: readonly PersonRow[];
  scopes: ScopeNames;
}) {
  const t = useTranslations("staff.people");
  const moment = useMoment();
  const columns = (["name", "roles", "access", "seen"] as const).map((key) => t(`columns.${key}`));
  return (
    <Panel title={t("list")} aside={t("count", { count: people.length })}>
      <DataTable
        caption={t("list")}
        columns={columns}
        rows={people.map((person) => ({
          key: person.id,
          head: (
            <>
              <a href={`/${locale}/admin/staff/${person.id}`}>
                <Naming text={person.name} />
              </a>
              <p className="muted small">{person.email}</p>
            </>
          ),
          cells: [
            <GrantList key="roles" grants={person.grants} scopes={scopes} />,
            <Access key="access" person={person} />,
            person.lastSeen ? moment(person.lastSeen) : t("notIn"),
          ],
        }))}
      />
    </Panel>
  );
}
