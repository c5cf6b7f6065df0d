import { useTranslations } from "next-intl";
import { useAuditWords } from "@/components/admin/audit-words";
import { LogDetail } from "@/components/admin/log/log-detail";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { toAuditQuery } from "@/lib/audit/schema";
import type { AuditLine } from "@/lib/audit/types";
import type { Locale } from "@/lib/i18n/locales";

/** Lines of the log, newest first. */
export function LogTable({ lines, locale, zone }: { lines: AuditLine[]; locale: Locale; zone: string }) {
  const t = useTranslations("audit");
  const auditWords = useAuditWords();
  const moments = useMoments(zone);
  return (
    <div className="log-tbl">
      <DataTable
        caption={t("caption")}
        columns={[
          t("column.at"),
          t("column.who"),
          t("column.what"),
          t("column.record"),
          t("column.detail"),
          t("column.address"),
        ]}
        rows={lines.map(
          (line): TableRow => ({
            key: line.id,
            head: moments.dayAndTime(line.at),
            cells: [
              <Naming key="who" text={line.who ?? t("nobody")} />,
              auditWords(line.action),
              <Subject key="subject" line={line} locale={locale} />,
              <LogDetail key="detail" action={line.action} detail={line.detail} zone={zone} />,
              line.ipAddress ?? "",
            ],
          }),
        )}
      />
    </div>
  );
}

function Subject({ line: { recordId, label, version, detail }, locale }: { line: AuditLine; locale: Locale }) {
  const t = useTranslations("audit");
  const source = detail.sourceId;
  if (source && label)
    return (
      <a href={`/${locale}/admin/sources/${source}`}>
        <Naming text={label} />
      </a>
    );
  if (detail.batch && label) {
    return (
      <a href={`/${locale}/admin/import/${detail.batch}`}>
        <Naming text={label} />
      </a>
    );
  }
  if (!recordId) return <Naming text={label ?? detail.label ?? detail.email ?? ""} />;
  return (
    <>
      <a href={`/${locale}/admin/records/${recordId}`}>
        <Naming text={label ?? recordId.slice(-12)} />
      </a>
      <span className="sub">
        {version !== null && `${t("version", { version })} · `}
        <a href={`/${locale}/admin/log${toAuditQuery({ record: recordId })}`}>{t("history")}</a>
      </span>
    </>
  );
}
