import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DueMark } from "@/components/outcome/due-mark";
import { Ladder } from "@/components/outcome/ladder";
import { SourceLink } from "@/components/source/source-line";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { isOpen } from "@/lib/outcome/rules";
import type { OutcomeView } from "@/lib/outcome/types";
import type { PartnerView, TimelineEntry } from "@/lib/partner/types";
import type { Words as WordsOfRecord } from "@/lib/translation/types";

/** One thing that happened, with what came of it. */
export function TimelineItem({ entry, partner }: { entry: TimelineEntry; partner: PartnerView }) {
  const t = useTranslations("partner.timeline");
  const locale = usePageLocale();
  switch (entry.kind) {
    case "visit": {
      const { visit, outcomes, otherCount } = entry;
      const href = paths.visit(locale, visit.region.slug, visit.slug);
      return (
        <Item entry={entry} href={href} title={visit.name} text={visit.summary}>
          {outcomes.length === 0 && <p className="unk">{t("noOutcomes")}</p>}
          <Promises outcomes={outcomes} />
          {otherCount > 0 && (
            <p className="small">
              <a href={`${href}#outcomes`}>{t("others", { count: otherCount })}</a>
            </p>
          )}
        </Item>
      );
    }
    case "outcome": {
      const { outcome } = entry;
      return (
        <Item entry={entry} href={paths.outcome(locale, outcome)} title={outcome.name} text={null}>
          <Ladder stage={outcome.stage} />
          {outcome.visit && (
            <p className="small">
              <a href={paths.visit(locale, outcome.visit.region.slug, outcome.visit.slug)}>
                <Words value={outcome.visit.name} />
              </a>
            </p>
          )}
          <SourceLink provenance={outcome.provenance} href={paths.outcome(locale, outcome)} />
        </Item>
      );
    }
    case "event": {
      const { event } = entry;
      const href = paths.event(locale, event.slug);
      return (
        <Item entry={entry} href={href} title={event.name} text={event.summary}>
          <SourceLink provenance={event.provenance} href={href} />
        </Item>
      );
    }
    case "relation":
      return (
        <Item entry={entry} title={t(`start.${partner.relation}`)} text={null}>
          <SourceLink provenance={partner.provenance} href="#main" />
        </Item>
      );
  }
}

function Item({
  entry,
  href,
  title,
  text,
  children,
}: {
  entry: TimelineEntry;
  href?: string;
  title: WordsOfRecord | string;
  text: WordsOfRecord | null;
  children: ReactNode;
}) {
  const t = useTranslations("partner.timeline");
  const dates = useDates();
  const name = typeof title === "string" ? title : <Words value={title} />;
  return (
    <li data-kind={entry.kind}>
      <p className="tl-when">
        <b>{entry.dates ? dates.long(entry.dates) : <span className="unk">{t("undated")}</span>}</b>
        <span className="tag">{t(`kind.${entry.kind}`)}</span>
      </p>
      <h4>{href ? <a href={href}>{name}</a> : name}</h4>
      {text && (
        <p className="vrow-text">
          <Words value={text} />
        </p>
      )}
      {children}
    </li>
  );
}

/** What came of a visit: each promise with its rung, and its date while it is open. */
function Promises({ outcomes }: { outcomes: OutcomeView[] }) {
  const locale = usePageLocale();
  if (outcomes.length === 0) return null;
  return (
    <ul className="tl-out">
      {outcomes.map((outcome) => (
        <li key={outcome.slug}>
          <Ladder stage={outcome.stage} />
          <a href={paths.outcome(locale, outcome)}>
            <Words value={outcome.name} />
          </a>
          {isOpen(outcome.stage) && (
            <span>
              <DueMark outcome={outcome} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
