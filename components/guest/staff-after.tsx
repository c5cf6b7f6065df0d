import { useTranslations } from "next-intl";
import { SelectInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { visitPath } from "@/components/programme/visit-frame";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import type { Tried } from "@/lib/form/types";
import { formatNumber } from "@/lib/i18n/format";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import type { Answers } from "@/lib/programme/answer/types";
import type { NoticeState } from "@/lib/programme/notice/types";
import type { VisitLine } from "@/lib/programme/staff-types";
import type { Sheet } from "@/lib/publishing/types";
import type { FormBase } from "@/lib/record/draft/types";
import { printFormBase } from "@/lib/record/editor/schema";

/** What guests said: how many gave which score, and their words. */
export function AnswerPanel({ answers: { average, counts, total, lines } }: { answers: Answers }) {
  const t = useTranslations("guest");
  const dates = useDates();
  const locale = usePageLocale();
  if (average === null) {
    return (
      <Panel title={t("after.answers")}>
        <p className="muted">{t("after.none")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("after.answers")}>
      <p className="ans-sum">
        <b>{formatNumber(average, locale, 1)}</b> {t("after.of", { count: total })}
      </p>
      <dl className="ans-bars">
        {[...counts].reverse().map((count, index) => {
          const score = counts.length - index;
          return (
            <div key={score}>
              <dt>{t("after.score", { score: String(score) })}</dt>
              <dd>
                <meter min={0} max={total} value={count} /> {count}
              </dd>
            </div>
          );
        })}
      </dl>
      <ul className="ans-list">
        {lines
          .filter(({ useful, missing }) => useful || missing)
          .map(({ id, score, useful, missing, lang, audience, day }) => (
            <li key={id}>
              <p className="sub">
                {t("after.score", { score: String(score) })} · {dates.shortDay(day)}
                {audience && audience !== "public" && audience !== "staff" && <> · {t(`audience.${audience}`)}</>}
              </p>
              {useful && (
                <p>
                  <b>{t("after.useful")}:</b> <span lang={htmlLang[lang]}>{useful}</span>
                </p>
              )}
              {missing && (
                <p>
                  <b>{t("after.missing")}:</b> <span lang={htmlLang[lang]}>{missing}</span>
                </p>
              )}
            </li>
          ))}
      </ul>
    </Panel>
  );
}

/** Thanks with the booklet, by one press. */
export function ThanksPanel({ recordId, locale, state }: { recordId: string; locale: Locale; state: NoticeState }) {
  const t = useTranslations("guest.after");
  const dates = useDates();
  const left = state.watchers - state.thanked;
  return (
    <Panel title={t("thanks")} id="thanks">
      <p>{t("thanksLead")}</p>
      {state.lastThankedAt && (
        <p>{t("thanked", { count: state.thanked, day: dates.shortDay(state.lastThankedAt.slice(0, 10)) })}</p>
      )}
      {left > 0 ? (
        <FormFrame locale={locale} action="thank-guests" back={visitPath(recordId, "after")}>
          <input type="hidden" name="record" value={recordId} />
          <button className="btn btn-primary" type="submit">
            {t("thanksSend", { count: left })}
          </button>
        </FormFrame>
      ) : (
        <p className="muted">{t("thanksNobody")}</p>
      )}
    </Panel>
  );
}

/** Which visit this one continues or answers. */
export function DialoguePanel({
  recordId,
  locale,
  visits,
  sheet,
  base,
  tried,
}: {
  recordId: string;
  locale: Locale;
  visits: VisitLine[];
  sheet: Sheet;
  base: FormBase;
  tried: Tried | null;
}) {
  const t = useTranslations("guest.after");
  const unnamed = useTranslations("visits")("unnamed");
  const when = useDates();
  const { value, error } = useTried(tried);
  const choices = [
    { value: "", label: t("noVisit") },
    ...visits
      .filter(({ id }) => id !== recordId)
      .map(({ id, name, dates }) => ({
        value: id,
        label: [dates && when.short(dates), name?.text ?? unnamed].filter(Boolean).join(" · "),
      })),
  ];
  /** A visit of another region stays what it is. */
  const withCurrent = (id: string | undefined) =>
    id && !choices.some((choice) => choice.value === id) ? [...choices, { value: id, label: id }] : choices;
  return (
    <Panel title={t("dialogue")} id="dialogue">
      <p className="muted">{t("dialogueLead")}</p>
      <FormFrame locale={locale} action="link-visits" back={visitPath(recordId, "after")}>
        <input type="hidden" name="record" value={recordId} />
        <input type="hidden" name="base.shared" value={printFormBase(base)} />
        {(["continuesId", "replyToId"] as const).map((name) => (
          <SelectInput
            key={name}
            name={`values.${name}`}
            label={t(name === "continuesId" ? "continues" : "replyTo")}
            error={error(`values.${name}`)}
            value={value(`values.${name}`, sheet[`values.${name}`] ?? "")}
            choices={withCurrent(sheet[`values.${name}`])}
          />
        ))}
        <button className="btn" type="submit">
          {t("save")}
        </button>
      </FormFrame>
    </Panel>
  );
}

/** The way on: a visit in reply, with the people of this one. */
export function NextVisitPanel({ recordId, locale }: { recordId: string; locale: Locale }) {
  const t = useTranslations("guest.after");
  return (
    <Panel title={t("next")}>
      <p>{t("nextLead")}</p>
      <p>
        <a className="btn" href={`/${locale}/admin/visits/new?from=${recordId}&reply=1`}>
          {t("makeReply")}
        </a>
      </p>
    </Panel>
  );
}
