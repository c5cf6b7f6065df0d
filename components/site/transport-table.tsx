import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { DataTable } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { TransportView } from "@/lib/site/types";

export function TransportTable({ transport }: { transport: TransportView[] }) {
  const t = useTranslations("site.transport");
  const { number } = useQuantity();
  return (
    <Block id="transport" title={t("title")}>
      {transport.length === 0 ? (
        <p className="unk">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("title")}
          columns={[t("place"), t("distance"), t("source")]}
          rows={transport.map((row) => ({
            key: row.mode + row.name.text,
            head: (
              <>
                <Icon name={row.mode} /> <TransportName link={row} />{" "}
                <small className="muted">{t(`mode.${row.mode}`)}</small>
              </>
            ),
            cells: [
              <b key="distance" className="num">
                {row.distanceKm === 0 ? t("adjacent") : t("km", { value: number(row.distanceKm) })}
              </b>,
              <SourceChip key="source" provenance={row.provenance} />,
            ],
          }))}
        />
      )}
    </Block>
  );
}

/** A border crossing leads to its row in the table of crossings. */
function TransportName({ link: { name, crossing } }: { link: TransportView }) {
  const locale = usePageLocale();
  if (!crossing) return <Words value={name} />;
  return (
    <a href={`${paths.crossings(locale)}#${crossing.slug}`}>
      <Words value={name} />
    </a>
  );
}
