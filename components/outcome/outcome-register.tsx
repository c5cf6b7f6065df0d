import { useTranslations } from "next-intl";
import { FunnelTable } from "@/components/outcome/funnel";
import { LadderLegend } from "@/components/outcome/ladder";
import { LedgerEntry } from "@/components/outcome/ledger-entry";
import { Tally } from "@/components/outcome/tally";
import type { Facet } from "@/components/ui/facets";
import { ListPage } from "@/components/ui/list-page";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { FunnelRow } from "@/lib/outcome/funnel/types";
import { toggledOutcomes } from "@/lib/outcome/register/rules";
import { everyOutcome, toOutcomeFilterQuery } from "@/lib/outcome/register/schema";
import type { OutcomeFilter, OutcomeRegister as RegisterOfOutcomes } from "@/lib/outcome/register/types";
import { outcomesPerPage } from "@/lib/outcome/rules";

/** Everything that visits led to, each row with its own address; every choice and page has one too. */
export function OutcomeRegister({ register, funnel }: { register: RegisterOfOutcomes; funnel: FunnelRow[] }) {
  const t = useTranslations("outcome.register");
  const locale = usePageLocale();
  const { filter, rows, total, pageCount, tally } = register;
  const hrefOf = (next: OutcomeFilter) => paths.outcomes(locale, toOutcomeFilterQuery(next));
  return (
    <ListPage
      title={t("title")}
      intro={t("intro")}
      facets={useFacets(register, hrefOf)}
      count={t("count", { count: total })}
      clearHref={hrefOf(everyOutcome)}
      page={filter.page}
      pageCount={pageCount}
      hrefOfPage={(page) => hrefOf({ ...filter, page })}
      hasRows={rows.length > 0}
      lead={
        <>
          <Tally tally={tally} />
          <LadderLegend />
        </>
      }
    >
      <ol className="ledger ledger-list">
        {rows.map((outcome, index) => (
          <LedgerEntry
            key={outcome.slug}
            outcome={outcome}
            number={(filter.page - 1) * outcomesPerPage + index + 1}
            where="register"
          />
        ))}
      </ol>
      <details className="funnel">
        <summary>{t("funnel")}</summary>
        <FunnelTable rows={funnel} />
      </details>
    </ListPage>
  );
}

function useFacets({ filter, facets }: RegisterOfOutcomes, hrefOf: (next: OutcomeFilter) => string): Facet[] {
  const t = useTranslations("outcome");
  return [
    {
      key: "region",
      title: t("register.facet.region"),
      options: facets.regions.map(({ slug, name, count }) => ({
        value: slug,
        label: <Words value={name} />,
        count,
        href: hrefOf(toggledOutcomes(filter, "regions", slug)),
        isSelected: filter.regions.includes(slug),
      })),
    },
    {
      key: "due",
      title: t("register.facet.due"),
      options: facets.dues.map(({ due, count }) => ({
        value: due,
        label: t(`register.due.${due}`),
        count,
        href: hrefOf(toggledOutcomes(filter, "dues", due)),
        isSelected: filter.dues.includes(due),
      })),
    },
    {
      key: "stage",
      title: t("register.facet.stage"),
      options: facets.stages.map(({ stage, count }) => ({
        value: stage,
        label: t(`stage.${stage}`),
        count,
        href: hrefOf(toggledOutcomes(filter, "stages", stage)),
        isSelected: filter.stages.includes(stage),
      })),
    },
    {
      key: "kind",
      title: t("register.facet.kind"),
      options: facets.kinds.map(({ kind, count }) => ({
        value: kind,
        label: t(`kind.${kind}`),
        count,
        href: hrefOf(toggledOutcomes(filter, "kinds", kind)),
        isSelected: filter.kinds.includes(kind),
      })),
    },
  ];
}
