import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { Names } from "@/components/party/names";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { ListedMember } from "@/lib/programme/party-list/types";
import { type PassField, type PassView, passInputs } from "@/lib/programme/passport/types";
import { pick } from "@/lib/translation/rules";

type Props = {
  recordId: string;
  locale: Locale;
  view: PassView;
  members: ListedMember[];
  tried: Tried | null;
  chosen: string | null;
};

const fields: PassField[] = ["documentNumber", "nameAsInDocument", "citizenship", "birthDate", "validTo"];

/** Passport data for gates: whose are there, a form for one person, lists as files, and the way to have them gone. */
export function PassPanels({ recordId, locale, view, members, tried, chosen }: Props) {
  const t = useTranslations("party.pass");
  const people = members.filter(({ person }) => person !== null);
  const missing = people.filter(({ id }) => view.states.get(id)?.state !== "complete").length;
  const list = `/${locale}/admin/visits/${recordId}/people/pass-list`;
  const one = people.find(({ id }) => id === chosen);
  return (
    <>
      <p className="note">
        <Icon name="shield" />
        <span>{t("purpose")}</span>
      </p>
      <Panel title={t("lists")}>
        <p>{t("listHelp", { missing, count: people.length })}</p>
        {view.stops.length === 0 && <p className="muted">{t("noStops")}</p>}
        <ul className="ps-lists">
          {view.stops.map(({ id, title, day }) => {
            const name = pick(title, locale);
            return (
              <li key={id}>
                <a className="btn" href={`${list}?stop=${id}`}>
                  <Icon name="file" />
                  <span>
                    {name ? <Words value={name} /> : t("stop")} {day}
                  </span>
                </a>
              </li>
            );
          })}
          <li>
            <a className="btn" href={list}>
              <Icon name="file" />
              {t("allStops")}
            </a>
          </li>
        </ul>
      </Panel>
      {one && (
        <Panel title={t("enter")} id="enter">
          <div className="narrow">
            <p className="pt-name">
              <Names name={one.person?.name ?? {}} otherwise={String(one.number)} />
            </p>
            <PassForm recordId={recordId} locale={locale} participant={one.id} tried={tried} />
          </div>
        </Panel>
      )}
      <Panel title={t("people")}>
        <table className="tbl tbl-stack">
          <caption className="vh">{t("people")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("column.name")}</th>
              <th scope="col">{t("column.state")}</th>
              <th scope="col">{t("column.until")}</th>
              <th scope="col">
                <span className="vh">{t("column.action")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, number, person }) => {
              const state = view.states.get(id) ?? { state: "none" as const, deleteAfter: null };
              return (
                <tr key={id}>
                  <th scope="row">
                    <span className="pt-no">{number}</span>{" "}
                    <Names name={person?.name ?? {}} otherwise={String(number)} />
                  </th>
                  <td data-l={t("column.state")}>
                    <div className={`ps-${state.state}`}>{t(`state.${state.state}`)}</div>
                  </td>
                  <td data-l={t("column.until")}>
                    <div>{state.deleteAfter ?? ""}</div>
                  </td>
                  <td>
                    <a
                      className="btn btn-small"
                      href={`/${locale}/admin/visits/${recordId}/people/passports?person=${id}#enter`}
                    >
                      {state.state === "none" ? t("enterOne") : t("enterAgain")}
                    </a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Panel>
      <Panel title={t("deletion")}>
        <p>{t("keptUntil", { day: view.keptUntil })}</p>
        {view.goEarlier > 0 && (
          <FormFrame locale={locale} action="passport-keep" back={`/admin/visits/${recordId}/people/passports`}>
            <input type="hidden" name="record" value={recordId} />
            <p className="note note-warn">
              <Icon name="warn" />
              <span>{t("goEarlier", { count: view.goEarlier })}</span>
            </p>
            <button className="btn" type="submit">
              {t("keep", { day: view.keptUntil })}
            </button>
          </FormFrame>
        )}
        {view.states.size > 0 && (
          <FormFrame locale={locale} action="passport-delete" back={`/admin/visits/${recordId}/people/passports`}>
            <input type="hidden" name="record" value={recordId} />
            <button className="btn btn-bad" type="submit">
              {t("deleteAll", { count: view.states.size })}
            </button>
          </FormFrame>
        )}
      </Panel>
    </>
  );
}

/** What was typed before is never shown here, neither after a refusal nor later. */
function PassForm({
  recordId,
  locale,
  participant,
  tried,
}: {
  recordId: string;
  locale: Locale;
  participant: string;
  tried: Tried | null;
}) {
  const t = useTranslations("party.pass");
  const { error } = useTried(tried);
  return (
    <FormFrame
      locale={locale}
      action="passport-save"
      back={`/admin/visits/${recordId}/people/passports?person=${participant}`}
    >
      <input type="hidden" name="record" value={recordId} />
      <input type="hidden" name="participant" value={participant} />
      <p className="hint">{t("formHelp")}</p>
      {fields.map((field) => (
        <TextInput
          key={field}
          name={passInputs[field]}
          label={t(`field.${field}`)}
          error={error(passInputs[field])}
          type={field === "birthDate" || field === "validTo" ? "date" : "text"}
        />
      ))}
      <p className="pf-end">
        <button className="btn btn-primary" type="submit">
          {t("save")}
        </button>
      </p>
    </FormFrame>
  );
}
