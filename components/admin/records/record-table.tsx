import { useTranslations } from "next-intl";
import { useKindWords } from "@/components/admin/kind-words";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { useCells } from "@/components/admin/records/use-cells";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { ListRow } from "@/lib/record/list/types";

/** Records, one a line, with the state of each of their languages. */
export function RecordTable({
  rows,
  isOneRegion,
  locale,
  zone,
}: {
  rows: ListRow[];
  /** its name need not stand in every line */
  isOneRegion: boolean;
  locale: Locale;
  zone: string;
}) {
  const t = useTranslations("records");
  const kindWords = useKindWords();
  const cells = useCells(locale);
  const moments = useMoments(zone);
  return (
    <div className="rec-tbl">
      <DataTable
        caption={t("caption")}
        columns={[
          t("column.name"),
          t("column.kind"),
          t("column.state"),
          t("column.figures"),
          ...locales.map((one) => t(`language.${one}`)),
          t("column.changed"),
        ]}
        rows={rows.map(
          (row): TableRow => ({
            key: row.id,
            head: cells.name(row),
            cells: [
              <>
                {kindWords.one(row.kind)}
                {!(isOneRegion && row.region) && (
                  <span className="sub">
                    <Naming text={row.region ?? t("shared")} />
                  </span>
                )}
              </>,
              <span key="state" className={`st st-${row.state}`}>
                {t(`state.${row.state}`)}
              </span>,
              row.figures && cells.draft(row.figures),
              ...locales.map((one) => cells.language(row.languages[one])),
              moments.day(row.changedAt),
            ],
          }),
        )}
      />
    </div>
  );
}
