import { useTranslations } from "next-intl";
import { FileInput, SelectInput } from "@/components/admin/field";
import { Panel } from "@/components/admin/panel";
import { DataTable } from "@/components/ui/data-table";
import { Foreign } from "@/components/ui/foreign";
import { newId } from "@/lib/core/ids";
import { type Locale, locales } from "@/lib/i18n/locales";
import { type BureauReport, leftOut } from "@/lib/register/bureau/types";
import { tableFiles } from "@/lib/spreadsheet/types";

/** Texts out to a translation bureau, translations back as drafts, and what became of the last file. */
export function BureauView({ report, locale }: { report: BureauReport | null; locale: Locale }) {
  const t = useTranslations("bureau");
  const languages = useTranslations("records.language");
  const path = `/${locale}/admin/translations`;
  return (
    <>
      <p className="lead">{t("lead")}</p>
      {report && <Report report={report} locale={locale} />}
      <Panel title={t("out.title")}>
        <p className="fld-help">{t("out.help")}</p>
        <ul>
          {locales.map((one) => (
            <li key={one}>
              <a href={`${path}/export?lang=${one}`}>{t("out.link", { language: languages(one) })}</a>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("back.title")}>
        <form className="form narrow" method="post" encType="multipart/form-data" action={`${path}/return/upload`}>
          <input type="hidden" name="form" value={newId()} />
          <SelectInput
            name="lang"
            label={t("back.language")}
            value={report?.locale ?? "zh"}
            choices={locales.map((one) => ({ value: one, label: languages(one) }))}
          />
          <FileInput name="file" label={t("back.file")} help={t("back.fileHelp")} accept={tableFiles} required />
          <button type="submit" className="btn btn-primary">
            {t("back.button")}
          </button>
        </form>
      </Panel>
    </>
  );
}

function Report({ report, locale }: { report: BureauReport; locale: Locale }) {
  const t = useTranslations("bureau");
  const languages = useTranslations("records.language");
  const { fileName, taken, empty, notes } = report;
  return (
    <Panel title={t("report.title")} id="report">
      <p role="status">
        <b>{t("report.file", { name: fileName, language: languages(report.locale) })}</b>
        <br />
        {t("report.taken", { count: taken })}, {t("report.empty", { count: empty })}
      </p>
      {notes.length === 0 ? (
        <p className="muted">{t("report.none")}</p>
      ) : (
        <DataTable
          caption={t("report.caption")}
          columns={[t("report.row"), t("report.what"), t("report.detail"), t("report.outcome")]}
          rows={notes.map(({ row, problem, detail, recordId }) => ({
            key: `${row} ${problem} ${detail}`,
            head: String(row),
            cells: [
              t(`problem.${problem}`, { detail }),
              <Foreign key="detail" text={detail} />,
              <span key="outcome">
                {t(leftOut.includes(problem) ? "report.out" : "report.in")}
                {recordId && (
                  <>
                    {" · "}
                    <a href={`/${locale}/admin/records/${recordId}`}>{t("report.open")}</a>
                  </>
                )}
              </span>,
            ],
          }))}
        />
      )}
      <p>
        <a href={`/${locale}/admin/translations?lang=${report.locale}`}>{t("report.queue")}</a>
      </p>
    </Panel>
  );
}
