import { useTranslations } from "next-intl";
import { useAuditWords } from "@/components/admin/audit-words";
import { useMoments } from "@/components/admin/moments";
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
              line.who ?? t("nobody"),
              auditWords(line.action),
              <Subject key="subject" line={line} locale={locale} />,
              <Detail key="detail" detail={line.detail} />,
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
  if (source && label) return <a href={`/${locale}/admin/sources/${source}`}>{label}</a>;
  if (!recordId) return label ?? detail.label ?? detail.email ?? "";
  return (
    <>
      <a href={`/${locale}/admin/records/${recordId}`}>{label ?? recordId.slice(-12)}</a>
      <span className="sub">
        {version !== null && `${t("version", { version })} · `}
        <a href={`/${locale}/admin/log${toAuditQuery({ record: recordId })}`}>{t("history")}</a>
      </span>
    </>
  );
}

const shownElsewhere = ["sourceId", "label", "email", "staffId"];

function Detail({ detail }: { detail: Record<string, string> }) {
  const t = useTranslations("audit");
  const part = useTranslations("records.part");
  const { reason, parts, part: one, isMinor, ...rest } = detail;
  const named = (["shared", "ru", "zh", "en"] as const).filter((name) => parts?.includes(`"${name}"`) || one === name);
  return (
    <>
      {named.length > 0 && <p>{t("parts", { parts: named.map((name) => part(name)).join(", ") })}</p>}
      {isMinor && <p>{t("minor")}</p>}
      {reason && <p>{t("reason", { reason })}</p>}
      {Object.entries(rest)
        .filter(([name]) => !shownElsewhere.includes(name))
        .map(([name, value]) => (
          <p key={name}>
            <code>{`${name}: ${value}`}</code>
          </p>
        ))}
    </>
  );
}
