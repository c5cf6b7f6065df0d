import { useTranslations } from "next-intl";
import { SelectInput } from "@/components/admin/field";
import type { Grant } from "@/lib/auth/types";
import type { ScopeNames } from "@/lib/staff/people/types";

/** The value of a field for where a role holds. */
export function scopeValue({ regionId, siteId }: Pick<Grant, "regionId" | "siteId">): string {
  if (siteId) return `site:${siteId}`;
  return regionId ? `region:${regionId}` : "all";
}

/** Where a role holds: everywhere, in a region, for a site. */
export function ScopeSelect({
  name,
  label,
  scopes,
  value,
  error,
}: {
  name: string;
  label: string;
  scopes: ScopeNames;
  value?: string | undefined;
  error?: string | undefined;
}) {
  const t = useTranslations("staff.scope");
  const separator = useTranslations("common.list");
  return (
    <SelectInput
      name={name}
      label={label}
      value={value}
      error={error}
      choices={[
        { value: "all", label: t("all") },
        {
          label: t("regions"),
          choices: scopes.regions.map(({ id, name: region }) => ({ value: `region:${id}`, label: region })),
        },
        {
          label: t("sites"),
          choices: scopes.sites.map(({ id, name: site, regionName }) => ({
            value: `site:${id}`,
            label: regionName ? `${site}${separator("separator")}${regionName}` : site,
          })),
        },
      ]}
    />
  );
}
