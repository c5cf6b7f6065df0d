import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectInput } from "@/components/admin/field";

/**
 * What narrows a list: an ordinary form that leads to an address.
 *
 * @param path  of the list without a filter, with the locale
 * @param last  stands before the buttons
 */
export function FilterFrame({
  path,
  label,
  last,
  children,
}: {
  path: string;
  label: string;
  last?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("admin.filter");
  return (
    <form className="flt" method="get" action={path} aria-label={label}>
      {children}
      <div className="flt-end">
        {last}
        <button type="submit" className="btn btn-primary btn-small">
          {t("apply")}
        </button>
        <a href={path}>{t("clear")}</a>
      </div>
    </form>
  );
}

/** Which region, or what regions share. Whoever works in one has nothing to choose but that. */
export function RegionSelect({
  value,
  regions,
}: {
  value: string | null;
  regions: readonly { value: string; name: string }[];
}) {
  const t = useTranslations("admin.filter");
  return (
    <SelectInput
      name="region"
      label={t("region")}
      value={value ?? ""}
      choices={[
        { value: "", label: t("anyRegion") },
        ...regions.map(({ value: one, name }) => ({ value: one, label: name })),
        { value: "shared", label: t("shared") },
      ]}
    />
  );
}
