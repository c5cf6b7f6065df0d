import { useTranslations } from "next-intl";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import type { Locale } from "@/lib/i18n/locales";
import type { SourceRow } from "@/lib/source/editor/types";

/** Sources, newest first; those that this actor may change lead to their form. */
export function SourceTable({
  rows,
  regions,
  locale,
}: {
  rows: SourceRow[];
  regions: ReadonlyMap<string, string>;
  locale: Locale;
}) {
  const t = useTranslations("sources");
  return (
    <div className="rec-tbl">
      <DataTable
        caption={t("caption")}
        columns={[t("column.title"), t("column.publisher"), t("column.date"), t("column.region"), t("column.facts")]}
        rows={rows.map(
          (row): TableRow => ({
            key: row.id,
            head: <Title row={row} locale={locale} />,
            cells: [
              <Foreign key="publisher" text={row.publisher} />,
              <Day key="day" day={row.publishedOn} />,
              row.regionId ? (regions.get(row.regionId) ?? "") : t("shared"),
              row.factCount,
            ],
          }),
        )}
      />
    </div>
  );
}

function Title({ row: { id, title, url, mayEdit }, locale }: { row: SourceRow; locale: Locale }) {
  return (
    <>
      {mayEdit ? (
        <a href={`/${locale}/admin/sources/${id}`}>
          <Foreign text={title} />
        </a>
      ) : (
        <Foreign text={title} />
      )}
      {url && <span className="sub">{new URL(url).hostname}</span>}
    </>
  );
}

function Day({ day }: { day: string | null }) {
  const t = useTranslations("sources");
  const dates = useDates();
  return day ? dates.shortDay(day) : <span className="unk">{t("noDate")}</span>;
}
