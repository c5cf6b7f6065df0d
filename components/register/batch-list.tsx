import { useTranslations } from "next-intl";
import { useMoments } from "@/components/admin/moments";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import type { Locale } from "@/lib/i18n/locales";
import type { BatchLine } from "@/lib/register/batch/types";

/** Files that were taken in, the newest first. */
export function BatchList({ lines, locale, zone }: { lines: BatchLine[]; locale: Locale; zone: string }) {
  const t = useTranslations("import");
  const moments = useMoments(zone);
  if (lines.length === 0) return <p className="muted">{t("list.none")}</p>;
  return (
    <DataTable
      caption={t("list.title")}
      columns={[t("list.file"), t("list.kind"), t("list.state"), t("list.records"), t("list.who"), t("list.when")]}
      rows={lines.map(
        (line): TableRow => ({
          key: line.id,
          head: <a href={`/${locale}/admin/import/${line.id}`}>{line.fileName}</a>,
          cells: [
            t(`kind.${line.kind}`),
            <span key="state" className={`st imp-${line.state}`}>
              {t(`state.${line.state === "applied" && !line.isInForce ? "applied_drafts" : line.state}`)}
            </span>,
            line.records === null ? "" : String(line.records),
            line.who,
            moments.dayAndTime(line.createdAt),
          ],
        }),
      )}
    />
  );
}
