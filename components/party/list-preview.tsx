import { useTranslations } from "next-intl";
import { CheckInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useTried } from "@/components/admin/use-tried";
import { ConsentFields } from "@/components/party/member-form";
import { Names } from "@/components/party/names";
import { Foreign } from "@/components/ui/foreign";
import { Icon } from "@/components/ui/icon";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { ListView } from "@/lib/programme/party-list/import/types";
import { toTexts } from "@/lib/programme/party-list/schema";
import { pick } from "@/lib/translation/rules";

/** What was understood of a list, person by person, and what is wrong with a row in plain words. */
export function ListPreview({
  list,
  recordId,
  locale,
  tried,
}: {
  list: ListView;
  recordId: string;
  locale: Locale;
  tried: Tried | null;
}) {
  const t = useTranslations("party.import");
  const { error } = useTried(tried);
  const bad = list.rows.filter(({ problems }) => problems.length > 0).length;
  const there = list.rows.filter(({ isThere, problems }) => isThere && problems.length === 0).length;
  const known = list.rows.filter(({ person, isThere, problems }) => person && !isThere && problems.length === 0).length;
  const fresh = list.rows.length - bad - there - known;
  const understood = list.columns.flatMap(({ header, field }) => (field ? [{ header, field }] : []));
  const unknown = list.columns.filter(({ header, field }) => !field && header !== "");
  const hasPass = list.rows.some((row) => row.hasPass);
  const back = `/admin/visits/${recordId}/people/list?list=${list.id}`;
  return (
    <>
      <p className="lead">
        <Foreign text={list.fileName} />: {t("counts", { fresh, known, there, bad })}
      </p>
      <details className="pf-more">
        <summary>{t("columns", { count: understood.length })}</summary>
        <ul className="li-cols">
          {understood.map(({ header, field }) => (
            <li key={field}>
              <Foreign text={header} /> → {t(`field.${field}`)}
            </li>
          ))}
          {unknown.map(({ header }) => (
            <li key={header} className="muted">
              <Foreign text={header} /> → {t("notUnderstood")}
            </li>
          ))}
        </ul>
      </details>
      {hasPass && (
        <p className="note">
          <Icon name={list.keepsPass ? "shield" : "warn"} />
          <span>{list.keepsPass ? t("passKept") : t("passNotKept")}</span>
        </p>
      )}
      <table className="tbl tbl-stack li-rows">
        <caption className="vh">{t("rows")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.name")}</th>
            <th scope="col">{t("column.organisation")}</th>
            <th scope="col">{t("column.position")}</th>
            <th scope="col">{t("column.what")}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.number} className={row.problems.length > 0 ? "li-bad" : undefined}>
              <th scope="row">
                <span className="pt-no">{row.number}</span> <Names name={toTexts(row.name)} otherwise={t("noName")} />
              </th>
              <td data-l={t("column.organisation")}>
                <div>
                  <Names name={row.organisation} otherwise="—" />
                  {row.isSameOrganisation && <span className="sub">{t("asAbove")}</span>}
                </div>
              </td>
              <td data-l={t("column.position")}>
                <div>
                  <Foreign text={pick(row.position, locale)?.text ?? ""} />
                </div>
              </td>
              <td data-l={t("column.what")}>
                <div>
                  <Verdict row={row} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FormFrame locale={locale} action="party-list-apply" back={back}>
        <input type="hidden" name="record" value={recordId} />
        <input type="hidden" name="list" value={list.id} />
        <fieldset className="pf">
          <legend>{t("consent")}</legend>
          <ConsentFields tried={tried} />
        </fieldset>
        <CheckInput name="fill" label={t("fill")} isOn={false} />
        {bad > 0 && <CheckInput name="onlyGood" label={t("onlyGood", { count: bad })} isOn={false} />}
        {error("onlyGood") && <p className="err">{t("mustDecide")}</p>}
        <p className="pf-end">
          <button className="btn btn-primary" type="submit">
            {t("apply", { count: fresh + known })}
          </button>
        </p>
      </FormFrame>
      <FormFrame locale={locale} action="party-list-drop" back={`/admin/visits/${recordId}/people`}>
        <input type="hidden" name="record" value={recordId} />
        <input type="hidden" name="list" value={list.id} />
        <button className="btn btn-small" type="submit">
          {t("drop")}
        </button>
      </FormFrame>
    </>
  );
}

function Verdict({ row }: { row: ListView["rows"][number] }) {
  const t = useTranslations("party.import");
  const field = useTranslations("party.pass.field");
  if (row.problems.length > 0) {
    const wrong = Object.keys(row.passRefused) as (keyof typeof row.passRefused)[];
    return (
      <ul className="li-problems">
        {row.problems.map((one) => (
          <li key={one}>
            {one === "pass_wrong"
              ? t("problem.pass_wrong", { fields: wrong.map((name) => field(name)).join(", ") })
              : t(`problem.${one}`)}
          </li>
        ))}
      </ul>
    );
  }
  if (row.isThere) return <span className="muted">{t("there")}</span>;
  return (
    <>
      {row.person ? t("known") : t("new")}
      {row.hasPass && <span className="sub">{t("hasPass")}</span>}
    </>
  );
}
