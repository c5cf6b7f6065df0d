import { useTranslations } from "next-intl";
import { DueMark } from "@/components/outcome/due-mark";
import { EntryFacts } from "@/components/outcome/entry-facts";
import { Ladder } from "@/components/outcome/ladder";
import { SourceChip } from "@/components/source/source-chip";
import { SourceLink } from "@/components/source/source-line";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { isOpen } from "@/lib/outcome/rules";
import type { OutcomeView } from "@/lib/outcome/types";

/** Where an entry stands: on the page of its visit, with other records, or in the register of all. */
export type EntryPlace = "visit" | "elsewhere" | "register";

/** One promise with an address of its own, in the register and on the page of its visit. */
export function LedgerEntry({ outcome, number, where }: { outcome: OutcomeView; number: number; where: EntryPlace }) {
  const t = useTranslations("outcome");
  const locale = usePageLocale();
  const { kind, documentCount, name, stage, visit } = outcome;
  const isInRegister = where === "register";
  return (
    <li className="entry" id={outcome.slug} data-region={isInRegister ? visit?.region.slug : undefined}>
      <span className="entry-no" aria-hidden="true">
        {number}
      </span>
      <div>
        {isInRegister && visit && (
          <span className="rt">
            <Words value={visit.region.name} />
          </span>
        )}
        <h3>
          <Words value={name} />
        </h3>
        <p className="small muted">
          {t(`kind.${kind}`)}
          {documentCount !== null && <> · {t("entry.documents", { count: documentCount })}</>}
          {" · "}
          <a href={isInRegister ? `#${outcome.slug}` : paths.outcome(locale, outcome)}>
            {t(isInRegister ? "entry.permalink" : "entry.inRegister")}
          </a>
        </p>
        <EntrySource outcome={outcome} isInRegister={isInRegister} />
      </div>
      <EntryFacts outcome={outcome} hasVisit={where !== "visit"} />
      <div className="entry-st">
        <Ladder stage={stage} />
        {isOpen(stage) && <DueMark outcome={outcome} />}
      </div>
    </li>
  );
}

/** The register is long: there a line leads to the visit's page, which has the sources in full. */
function EntrySource({
  outcome: { provenance, visit, slug },
  isInRegister,
}: {
  outcome: OutcomeView;
  isInRegister: boolean;
}) {
  const locale = usePageLocale();
  if (!isInRegister || !visit) return <SourceChip provenance={provenance} />;
  return <SourceLink provenance={provenance} href={`${paths.visit(locale, visit.region.slug, visit.slug)}#${slug}`} />;
}
