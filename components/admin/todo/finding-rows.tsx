import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { Task } from "@/components/admin/home/task";
import { Naming } from "@/components/admin/naming";
import { useFactName } from "@/components/admin/todo/fact-name";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import type { Locale } from "@/lib/i18n/locales";
import type { Finding } from "@/lib/record/finding/types";

/**
 * Things to see to, one a row. A fact is confirmed by one press of its button.
 *
 * @param back    page to return to, behind the locale
 * @param ticked  facts that were chosen before; a list that has it stands in a form of its page, with a tick for each row
 */
export function FindingRows({
  rows,
  locale,
  back,
  ticked,
}: {
  rows: readonly Finding[];
  locale: Locale;
  back: string;
  ticked?: readonly string[];
}) {
  const list = (
    <ul>
      {rows.map((finding) => (
        <FindingRow key={keyOf(finding)} finding={finding} locale={locale} ticked={ticked} />
      ))}
    </ul>
  );
  if (ticked || !rows.some(({ fact }) => fact)) return list;
  return (
    <FormFrame locale={locale} action="confirm-facts" back={back}>
      {list}
    </FormFrame>
  );
}

function keyOf({ id, fact, locale, detail }: Finding): string {
  return fact?.key ?? `${id} ${locale} ${detail}`;
}

function FindingRow({
  finding,
  locale,
  ticked,
}: {
  finding: Finding;
  locale: Locale;
  ticked: readonly string[] | undefined;
}) {
  const t = useTranslations("finding");
  const dates = useDates();
  const factName = useFactName();
  const { code, kind, name, since, fact, owner, detail } = finding;
  const date = since ? dates.shortDay(since) : "";
  const about = fact ? factName(kind, fact) : null;
  return (
    <Task
      of={finding}
      locale={locale}
      aside={
        fact && (
          <>
            <button className="btn btn-small" type="submit" name="one" value={fact.key}>
              {t("confirm.one")}
              <span className="vh">
                : <Naming text={`${name ?? ""}, ${about}`} />
              </span>
            </button>
            <small className="muted">{t("confirm.until", { date: dates.shortDay(fact.nextReview) })}</small>
          </>
        )
      }
      tick={
        ticked && fact
          ? { name: "fact", value: fact.key, label: `${name ?? ""}, ${about}`, isOn: ticked.includes(fact.key) }
          : undefined
      }
    >
      {about && (
        <p>
          <Naming text={about} />
        </p>
      )}
      <p className="muted">
        {finding.locale && `${t(`language.${finding.locale}`)}: `}
        {code !== "fact_due" && t(`line.${code}`, { date })}
        {fact?.source && (
          <>
            {fact.source.url ? (
              <a href={fact.source.url} rel="noopener noreferrer">
                <Foreign text={fact.source.publisher} />
              </a>
            ) : (
              <Foreign text={fact.source.publisher} />
            )}
            {" · "}
          </>
        )}
        {fact && <span className="tk-due">{t("fact.due", { date })}</span>}
        {owner && <Naming text={` ${t("owner", { name: owner })}`} />}
      </p>
      {code === "link_broken" && detail && <p className="muted tk-url">{detail}</p>}
    </Task>
  );
}
