import { useTranslations } from "next-intl";
import { useChangeWords, useNoticeWords } from "@/components/register/words";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { PageLinks } from "@/components/ui/page-links";
import type { Locale } from "@/lib/i18n/locales";
import type { BatchView, ChangeLine } from "@/lib/register/batch/types";
import type { Verdict } from "@/lib/register/types";

const verdicts: readonly Verdict[] = ["new", "changed", "unchanged", "error", "skipped"];
const shownChanges = 100;

/** What would change: numbers, each row as it was understood, each record as it is and as it would be. */
export function DryRun({ view, verdict, locale }: { view: BatchView; verdict: Verdict | null; locale: Locale }) {
  const t = useTranslations("import.check");
  const { counts, id } = view.batch;
  const path = `/${locale}/admin/import/${id}`;
  if (!counts) return null;
  return (
    <>
      <p role="status">
        <b>{counts.records === 0 ? t("nothing") : t("records", { count: counts.records })}</b>
      </p>
      <ul className="imp-tiles" aria-label={t("tiles")}>
        {verdicts.map((one) => (
          <li key={one}>
            <a
              href={`${path}?rows=${one}#rows`}
              className={`imp-tile imp-${one}`}
              aria-current={one === verdict ? "true" : undefined}
            >
              <b>{counts[one]}</b> {t(one)}
            </a>
          </li>
        ))}
      </ul>
      {view.changes.length > 0 && <Diff view={view} locale={locale} />}
      <h3 id="rows">{t("rows")}</h3>
      <p className="small">
        {verdict && <a href={`${path}#rows`}>{t("all")}</a>}
        {counts.error > 0 && (
          <>
            {verdict && " · "}
            {(["xlsx", "csv"] as const).map((format, index) => (
              <span key={format}>
                {index > 0 && " · "}
                <a href={`${path}/faults?as=${format}`}>{t("faults", { format: format.toUpperCase() })}</a>
              </span>
            ))}
          </>
        )}
      </p>
      <Rows view={view} />
      <PageLinks
        page={view.page}
        pages={view.pages}
        hrefOf={(page) => `${path}?page=${page}${verdict ? `&rows=${verdict}` : ""}#rows`}
      />
    </>
  );
}

function Rows({ view }: { view: BatchView }) {
  const t = useTranslations("import");
  const say = useNoticeWords(view.batch.kind);
  if (view.rows.length === 0) return <p className="muted">{t("check.none")}</p>;
  return (
    <DataTable
      caption={t("check.rows")}
      columns={[t("check.row"), t("check.what"), t("check.verdict"), t("check.notices")]}
      rows={view.rows.map(
        (row): TableRow => ({
          key: String(row.number),
          head: String(row.number),
          cells: [
            row.first.slice(0, 120),
            <span key="verdict" className={`st imp-${row.verdict}`}>
              {t(`verdict.${row.verdict}`)}
            </span>,
            row.notices.length === 0 ? null : (
              <ul key="notices" className="imp-notes">
                {row.notices.map((notice) => {
                  const text = say(row.number, notice);
                  return (
                    <li key={text} className={`imp-${notice.level}`}>
                      {text}
                    </li>
                  );
                })}
              </ul>
            ),
          ],
        }),
      )}
    />
  );
}

function Diff({ view, locale }: { view: BatchView; locale: Locale }) {
  const t = useTranslations("import.diff");
  return (
    <>
      <h3>{t("title")}</h3>
      {view.changes.map((line) => (
        <Change key={line.recordId} line={line} view={view} locale={locale} />
      ))}
      {view.changeCount > shownChanges && (
        <p className="muted">{t("more", { shown: view.changes.length, total: view.changeCount })}</p>
      )}
    </>
  );
}

function Change({ line, view, locale }: { line: ChangeLine; view: BatchView; locale: Locale }) {
  const t = useTranslations("import.diff");
  const say = useChangeWords(view.names);
  const lines = line.changes.flatMap((change) => {
    const words = say(line.kind, line.recordId, change);
    return words ? [{ key: `${change.part}:${change.path}`, ...words }] : [];
  });
  const rows = t("rows", { count: line.rowNumbers.length, list: line.rowNumbers.slice(0, 12).join(", ") });
  return (
    <details className="imp-change">
      <summary>
        {line.isNew ? line.name : <a href={`/${locale}/admin/records/${line.recordId}`}>{line.name}</a>}{" "}
        <span className="small muted">
          {line.isNew && `${t("isNew")} · `}
          {rows}
        </span>
      </summary>
      <DataTable
        caption={line.name}
        columns={[t("field"), t("old"), t("new")]}
        rows={lines.map(
          ({ key, label, old, new: value }): TableRow => ({
            key,
            head: label,
            cells: [
              <Text key="old" text={old} />,
              <b key="new">
                <Text text={value} />
              </b>,
            ],
          }),
        )}
      />
    </details>
  );
}

function Text({ text }: { text: string }) {
  const t = useTranslations("import.diff");
  return text === "" ? <span className="muted">{t("empty")}</span> : text;
}
