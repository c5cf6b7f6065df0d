import { useTranslations } from "next-intl";
import { Naming } from "@/components/admin/naming";
import { visitPath } from "@/components/programme/visit-frame";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { useDates } from "@/components/ui/use-dates";
import type { Locale } from "@/lib/i18n/locales";
import type { VisitLine } from "@/lib/programme/staff-types";

/** Visits that somebody runs, one a line. */
export function VisitTable({ visits, locale }: { visits: VisitLine[]; locale: Locale }) {
  const t = useTranslations("visits");
  const dates = useDates();
  if (visits.length === 0) return <p className="muted">{t("list.none")}</p>;
  return (
    <DataTable
      caption={t("list.caption")}
      columns={[
        t("list.column.name"),
        t("list.column.dates"),
        t("list.column.region"),
        t("list.column.programme"),
        t("list.column.public"),
        t("list.column.outcomes"),
      ]}
      rows={visits.map(
        (visit): TableRow => ({
          key: visit.id,
          head: (
            <a href={`/${locale}${visitPath(visit.id)}`}>
              <Naming text={visit.name?.text ?? t("unnamed")} />
            </a>
          ),
          cells: [
            <>
              {visit.dates ? dates.short(visit.dates) : t("list.noDay")}
              <span className="sub">{t(`list.direction.${visit.direction}`)}</span>
            </>,
            visit.region && <Naming text={visit.region.text} />,
            <>
              {visit.version ? t("list.version", { number: String(visit.version) }) : t("list.notSent")}
              {visit.isDrafted && <span className="sub">{t("list.draft")}</span>}
            </>,
            <span key="state" className={`st st-${visit.state}`}>
              {t(`list.state.${visit.state}`)}
            </span>,
            visit.outcomes || "",
          ],
        }),
      )}
    />
  );
}
