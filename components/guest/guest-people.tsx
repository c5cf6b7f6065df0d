import { useTranslations } from "next-intl";
import { PartyNames, PartyOrganisationName } from "@/components/guest/party-name";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import type { PartyMember } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** More than these stand behind a fold: a phone is to reach the contacts below. */
const openUpTo = 12;

/** Who takes part on both sides, each as far as he agreed to be shown. */
export function GuestPeople({ members }: { members: PartyMember[] }) {
  const t = useTranslations("guest.people");
  const visit = useTranslations("visit.people");
  const sides = (["cn", "ru"] as const)
    .map((side) => ({ side, own: members.filter((member) => member.side === side) }))
    .filter(({ own }) => own.length > 0);
  return (
    <section className="g-sec" id="people">
      <h2>{t("title")}</h2>
      {sides.length === 0 && <p className="muted">{t("none")}</p>}
      {sides.map(({ side, own }) => (
        <details key={side} className="g-side" open={own.length <= openUpTo}>
          <summary>
            {visit(`side.${side}`)}{" "}
            <span className="g-alt">
              {t("count", { count: own.reduce((sum, { headcount }) => sum + (headcount ?? 1), 0) })}
            </span>
          </summary>
          <ul className="g-people">
            {own.map((member) => (
              <Member key={member.id} member={member} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function Member({ member: { person, organisation, role, sectorNote, headcount, capacity } }: { member: PartyMember }) {
  const t = useTranslations("guest.people");
  const visit = useTranslations("visit.people");
  const locale = usePageLocale();
  const [title, note] = [pick(role, locale), pick(sectorNote, locale)];
  const position = person?.shown === "named" ? pick(person.position, locale) : null;
  return (
    <li>
      {person?.shown === "named" ? (
        <b>
          <PartyNames person={person} />
        </b>
      ) : headcount !== null ? (
        <b>{t("count", { count: headcount })}</b>
      ) : person ? (
        <span className="muted">{visit(person.shown === "sector" ? "hidden" : "countedOne")}</span>
      ) : null}
      <span className="g-alt">
        {title ? (
          <Words value={title} hasMark={false} />
        ) : position ? (
          <Words value={position} hasMark={false} />
        ) : (
          visit(`capacity.${capacity}`)
        )}
      </span>
      {organisation && (
        <span className={person || headcount !== null ? "g-alt" : undefined}>
          <PartyOrganisationName organisation={organisation} />
        </span>
      )}
      {note && (
        <span className="g-alt">
          <Words value={note} hasMark={false} />
        </span>
      )}
    </li>
  );
}
