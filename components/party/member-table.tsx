import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { useOptionWords } from "@/components/admin/option-words";
import { Names } from "@/components/party/names";
import { visitPath } from "@/components/programme/visit-frame";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import type { Locale } from "@/lib/i18n/locales";
import type { ConsentLevel } from "@/lib/organisation/types";
import type { ListedMember } from "@/lib/programme/party-list/types";
import { pick } from "@/lib/translation/rules";

type Props = { members: ListedMember[]; recordId: string; locale: Locale; mayEdit: boolean };

/** The people of a visit in order of precedence. Each button says what it puts before what, so pressing twice moves once. */
export function MemberTable({ members, recordId, locale, mayEdit }: Props) {
  const t = useTranslations("party");
  if (members.length === 0) return <p className="muted">{t("list.none")}</p>;
  const table = (
    <table className="tbl tbl-stack pt-table">
      <caption className="vh">{t("list.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("list.column.name")}</th>
          <th scope="col">{t("list.column.organisation")}</th>
          <th scope="col">{t("list.column.role")}</th>
          <th scope="col">{t("list.column.shown")}</th>
          <th scope="col">
            <span className="vh">{t("list.column.order")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member, index) => (
          <Row key={member.id} {...{ member, members, index, recordId, locale, mayEdit }} />
        ))}
      </tbody>
    </table>
  );
  if (!mayEdit) return table;
  return (
    <FormFrame locale={locale} action="party-move" back={visitPath(recordId, "people")}>
      <input type="hidden" name="record" value={recordId} />
      {table}
    </FormFrame>
  );
}

function Row({ member, members, index, recordId, locale, mayEdit }: Props & { member: ListedMember; index: number }) {
  const t = useTranslations("party");
  const option = useOptionWords();
  const { id, number, person, organisation, side, capacity, role, headcount } = member;
  const post = pick(role, locale) ?? pick(person?.position ?? {}, locale);
  const before = members[index - 1]?.id;
  const after = index < members.length - 1 ? (members[index + 2]?.id ?? "") : undefined;
  const label = pick(person?.name ?? organisation?.name ?? {}, locale)?.text ?? String(number);
  return (
    <tr id={`row-${id}`}>
      <th scope="row">
        <a className="pt-name" href={`/${locale}${visitPath(recordId, "people")}/${id}`}>
          <span className="pt-no">{number}</span>
          {person ? (
            <Names name={person.name} otherwise={t("list.hidden")} />
          ) : (
            <Names name={organisation?.name ?? {}} otherwise={t("list.group")} />
          )}
        </a>
        {headcount !== null && <span className="sub">{t("list.headcount", { count: headcount })}</span>}
      </th>
      <td data-l={t("list.column.organisation")}>
        <div>
          {person && organisation && <Names name={organisation.name} otherwise={t("list.hidden")} />}
          <span className="sub">{option("Side", side)}</span>
        </div>
      </td>
      <td data-l={t("list.column.role")}>
        <div>
          {post && <Words value={post} />}
          <span className="sub">{option("Capacity", capacity)}</span>
        </div>
      </td>
      <td data-l={t("list.column.shown")}>
        <div>
          <Shown level={member.shown} />
          <Consents member={member} />
        </div>
      </td>
      <td className="pt-order">
        <span className="rw-tools">
          {mayEdit && before !== undefined && (
            <button
              type="submit"
              name="move"
              value={`${id}/${before}`}
              className="rw-tool"
              aria-label={t("list.up", { name: label })}
              title={t("list.up", { name: label })}
            >
              <Icon name="up" />
            </button>
          )}
          {mayEdit && after !== undefined && (
            <button
              type="submit"
              name="move"
              value={`${id}/${after}`}
              className="rw-tool"
              aria-label={t("list.down", { name: label })}
              title={t("list.down", { name: label })}
            >
              <Icon name="down" />
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}

/** What outputs show of somebody, in one word with its sign. */
export function Shown({ level }: { level: ConsentLevel }) {
  const t = useTranslations("party.shown");
  return (
    <span className={`pt-shown pt-shown-${level}`}>
      <Icon name={level === "named" ? "named" : "masked"} />
      {t(level)}
    </span>
  );
}

/** Which consent holds him back: his own, or that of this visit. */
function Consents({ member: { person, organisation, own, shown, pass } }: { member: ListedMember }) {
  const t = useTranslations("party");
  const level = person?.level ?? organisation?.level;
  if (!level) return null;
  return (
    <span className="sub">
      {own !== shown || level !== shown
        ? t("list.consents", { own: t(`level.${level}`), visit: t(`level.${own}`) })
        : null}
      {pass && pass.state !== "none" && person ? (
        <span className="pt-pass">{t(`pass.state.${pass.state}`)}</span>
      ) : null}
    </span>
  );
}
