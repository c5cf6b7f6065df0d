import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { OrganisationName } from "@/components/organisation/organisation-name";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { namesOf } from "@/components/visit/person-name";
import { htmlLang } from "@/lib/i18n/locales";
import type { PersonView } from "@/lib/organisation/types";
import type { ParticipantView } from "@/lib/visit/types";

/** A named person, an organisation, or a group that is only counted. */
export function Participant({ participant }: { participant: ParticipantView }) {
  const { person, organisation, role, capacity, sectorNote } = participant;
  const t = useTranslations("visit.people");
  const position = person?.shown === "named" ? person.position : null;
  return (
    <li className="pp">
      {person ? (
        <PersonHeading person={person} side={participant.side} />
      ) : organisation && participant.headcount === null ? (
        <b>
          <OrganisationName organisation={organisation} />
        </b>
      ) : (
        <GroupHeading participant={participant} />
      )}
      <span className="pp-role">{role ? <Words value={role} /> : t(`capacity.${capacity}`)}</span>
      {position && position.text !== role?.text && (
        <span className="small muted">
          <Words value={position} />
        </span>
      )}
      {sectorNote && (
        <span className="small muted">
          <Words value={sectorNote} />
        </span>
      )}
      {organisation && (person || participant.headcount !== null) && (
        <span className="small muted">
          <OrganisationName organisation={organisation} />
        </span>
      )}
    </li>
  );
}

function PersonHeading({ person, side }: { person: PersonView; side: ParticipantView["side"] }) {
  const t = useTranslations("visit.people");
  const locale = usePageLocale();
  if (person.shown !== "named") {
    return (
      <>
        <b className="pp-mask">{t(person.shown === "sector" ? "hidden" : "countedOne")}</b>
        <span className="consent">
          <Icon name={person.shown === "sector" ? "masked" : "people"} />
          {t(person.shown === "sector" ? "sectorOnly" : "counted")}
        </span>
      </>
    );
  }
  const [first, ...others] = namesOf(person, locale);
  const isHanPending = side === "cn" && !person.names.isHanConfirmed;
  return (
    <>
      <b lang={first && first.lang !== locale ? htmlLang[first.lang] : undefined}>{first?.text}</b>
      {(others.length > 0 || isHanPending) && (
        <span className="small pp-scripts">
          {others.map(({ text, lang }) => (
            <Fragment key={lang}>
              <span lang={htmlLang[lang]}>{text}</span>{" "}
            </Fragment>
          ))}
          {isHanPending && t("hanPending")}
        </span>
      )}
    </>
  );
}

/** How many dots stand for people before the number alone has to do. */
const maxDots = 20;

function GroupHeading({ participant: { headcount, headcountQualifier } }: { participant: ParticipantView }) {
  const t = useTranslations("visit.people");
  const { written } = useQuantity();
  return (
    <>
      {headcount === null ? (
        <b className="unk">{t("headcountUnknown")}</b>
      ) : (
        <>
          <b>
            {written({ value: headcount, qualifier: headcountQualifier })} {t("persons", { count: headcount })}
          </b>
          <span className="pp-dots" aria-hidden="true">
            {"●".repeat(Math.min(headcount, maxDots))}
          </span>
        </>
      )}
      <span className="consent">
        <Icon name="people" />
        {t("counted")}
      </span>
    </>
  );
}
