import { useTranslations } from "next-intl";
import { MapLinks } from "@/components/map/map-links";
import { SourceChip } from "@/components/source/source-chip";
import { DataTable } from "@/components/ui/data-table";
import { PageHead } from "@/components/ui/page-head";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { CrossingView } from "@/lib/crossing/types";

/** Where goods and people pass the border, each crossing with the sites near it. */
export function CrossingList({ crossings }: { crossings: CrossingView[] }) {
  const t = useTranslations("crossing");
  const unplaced = crossings.filter(({ coordinates }) => coordinates === null).length;
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} hasRule />
      <div className="wrap crossings">
        <DataTable
          caption={t("title")}
          columns={[
            t("column.name"),
            t("column.state"),
            t("column.cn"),
            t("column.ru"),
            t("column.note"),
            t("column.source"),
          ]}
          rows={crossings.map((crossing) => ({
            key: crossing.slug,
            head: (
              <>
                <span id={crossing.slug}>
                  <Words value={crossing.name} />
                </span>
                {crossing.coordinates && (
                  <p className="xs">
                    <MapLinks coordinates={crossing.coordinates} name={crossing.name.text} />
                  </p>
                )}
              </>
            ),
            cells: [
              <span key="state" className="crossing-state" data-s={crossing.status}>
                <b>{t(`status.${crossing.status}`)}</b>
                <small className="row-sub">{t(`kind.${crossing.kind}`)}</small>
              </span>,
              <Words key="cn" value={crossing.cnSide} />,
              <Words key="ru" value={crossing.ruSide} />,
              <Note key="note" crossing={crossing} />,
              <SourceChip key="source" provenance={crossing.provenance} />,
            ],
          }))}
        />
        {unplaced > 0 && <p className="small muted">{t("unplaced", { count: unplaced })}</p>}
      </div>
    </>
  );
}

function Note({ crossing: { note, sites } }: { crossing: CrossingView }) {
  const t = useTranslations("crossing");
  const locale = usePageLocale();
  const { number } = useQuantity();
  return (
    <>
      {note && <Words value={note} />}
      {sites.length > 0 && (
        <ul className="small">
          {sites.map(({ site, distanceKm }) => (
            <li key={site.slug}>
              {t("near", { km: number(distanceKm) })}
              <a href={paths.site(locale, site.region.slug, site.slug)}>
                <Words value={site.name} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
