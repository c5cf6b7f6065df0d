import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Participant } from "@/components/visit/participant";
import type { ParticipantView, Side, VisitView } from "@/lib/visit/types";

/** Who took part, the Chinese side first; each shown as far as they agreed. */
export function ParticipantList({ visit }: { visit: VisitView }) {
  const t = useTranslations("visit.people");
  const { participants, hasPublicNames } = visit;
  return (
    <Section id="people" title={t("title")} intro={t("intro")}>
      {!hasPublicNames && <p className="unk">{t("notNamed")}</p>}
      {participants.length === 0 ? (
        <p className="unk">{t("none")}</p>
      ) : (
        (["cn", "ru"] as const).map((side) => (
          <ParticipantSide key={side} side={side} participants={participants.filter((one) => one.side === side)} />
        ))
      )}
    </Section>
  );
}

function ParticipantSide({ side, participants }: { side: Side; participants: ParticipantView[] }) {
  const t = useTranslations("visit.people");
  return (
    <>
      <h3 className="side-h">{t(`side.${side}`)}</h3>
      {participants.length === 0 ? (
        <p className="unk">{t("noSide")}</p>
      ) : (
        <ul className="ppl">
          {participants.map((participant, index) => (
            // masked participants have nothing of their own to be known by
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Participant key={index} participant={participant} />
          ))}
        </ul>
      )}
    </>
  );
}
