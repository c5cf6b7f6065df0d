import { useTranslations } from "next-intl";
import { useKindWords } from "@/components/admin/kind-words";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { useCells } from "@/components/admin/records/use-cells";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import type { Locale } from "@/lib/i18n/locales";
import type { QueueRow } from "@/lib/record/queue/types";

/** What waits for a translator of one language, the longest waiting first. */
export function QueueTable({
  rows,
  language,
  isOneRegion,
  locale,
  zone,
}: {
  rows: QueueRow[];
  language: Locale;
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
        caption={t("queue.title")}
        columns={[t("column.name"), t("column.kind"), t("column.status"), t("column.since")]}
        rows={rows.map(
          (row): TableRow => ({
            key: row.id,
            head: cells.name(row),
            cells: [
              <>
                {kindWords.one(row.kind)}
                {!isOneRegion && (
                  <span className="sub">
                    <Naming text={row.region ?? t("shared")} />
                  </span>
                )}
              </>,
              cells.language(row.languages[language]),
              moments.day(row.since),
            ],
          }),
        )}
      />
    </div>
  );
}
