import { useTranslations } from "next-intl";
import type { Facet } from "@/components/ui/facets";
import { ListPage } from "@/components/ui/list-page";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { VisitRow } from "@/components/visit/visit-row";
import { byYear } from "@/lib/core/dates";
import { paths } from "@/lib/core/paths";
import { toggledVisits } from "@/lib/visit/list/rules";
import { everyVisit, toVisitFilterQuery } from "@/lib/visit/list/schema";
import type { VisitList as ListOfVisits, VisitFilter } from "@/lib/visit/list/types";

/** Visits of all regions, newest first, under their years; every choice and page has its address. */
export function VisitList({ list }: { list: ListOfVisits }) {
  const t = useTranslations("visit.list");
  const locale = usePageLocale();
  const hrefOf = (filter: VisitFilter) => paths.visits(locale, toVisitFilterQuery(filter));
  return (
    <ListPage
      title={t("title")}
      intro={t("intro")}
      facets={useFacets(list, hrefOf)}
      count={t("count", { count: list.total })}
      clearHref={hrefOf(everyVisit)}
      page={list.filter.page}
      pageCount={list.pageCount}
      hrefOfPage={(page) => hrefOf({ ...list.filter, page })}
      hasRows={list.rows.length > 0}
    >
      {byYear(list.rows).map(({ year, rows }) => (
        <section key={year ?? "undated"} className="year">
          <h3 className="year-h">{year ? t("year", { year }) : t("undated")}</h3>
          <div className="rows">
            {rows.map((visit) => (
              <VisitRow key={visit.slug} visit={visit} level={4} />
            ))}
          </div>
        </section>
      ))}
    </ListPage>
  );
}

function useFacets({ filter, facets }: ListOfVisits, hrefOf: (filter: VisitFilter) => string): Facet[] {
  const t = useTranslations("visit");
  return [
    {
      key: "region",
      title: t("list.facet.region"),
      options: facets.regions.map(({ slug, name, count }) => ({
        value: slug,
        label: <Words value={name} />,
        count,
        href: hrefOf(toggledVisits(filter, "regions", slug)),
        isSelected: filter.regions.includes(slug),
      })),
    },
    {
      key: "direction",
      title: t("list.facet.direction"),
      options: facets.directions.map(({ direction, count }) => ({
        value: direction,
        label: t(`direction.${direction}`),
        count,
        href: hrefOf(toggledVisits(filter, "directions", direction)),
        isSelected: filter.directions.includes(direction),
      })),
    },
    {
      key: "year",
      title: t("list.facet.year"),
      options: facets.years.map(({ year, count }) => ({
        value: year,
        label: t("list.year", { year }),
        count,
        href: hrefOf(toggledVisits(filter, "years", year)),
        isSelected: filter.years.includes(year),
      })),
    },
  ];
}
