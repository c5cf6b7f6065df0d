import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { DataTable } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { haFromM2 } from "@/lib/core/units";
import type { LotStatus, LotView } from "@/lib/site/types";

const marks: Record<Exclude<LotStatus, "unknown">, string> = {
  available: "lot",
  partly_reserved: "lot lot-r",
  reserved: "lot lot-r",
  taken: "lot lot-t",
};

export function LotsTable({ lots }: { lots: LotView[] }) {
  const t = useTranslations("site.lots");
  return (
    <Block id="lots" title={t("title")} beside={lots.length > 0 && <LotLegend />}>
      {lots.length === 0 ? (
        <p className="unk">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("title")}
          columns={[t("name"), t("area"), t("state"), t("price"), t("source")]}
          rows={lots.map((lot) => ({
            key: lot.code,
            head: <LotName lot={lot} />,
            cells: [
              <LotArea key="area" lot={lot} />,
              <LotState key="state" lot={lot} />,
              <LotPrice key="price" price={lot.price} />,
              <SourceChip key="source" provenance={lot.provenance} />,
            ],
          }))}
        />
      )}
    </Block>
  );
}

function LotLegend() {
  const t = useTranslations("site.lots.status");
  return (
    <div className="tags">
      {(["available", "reserved", "taken"] as const).map((status) => (
        <span key={status} className={marks[status]}>
          {t(status)}
        </span>
      ))}
    </div>
  );
}

function LotName({ lot }: { lot: LotView }) {
  const t = useTranslations("site.lots");
  return (
    <>
      {lot.name ? <Words value={lot.name} /> : lot.code} <small className="muted">{t(`kind.${lot.kind}`)}</small>
      {lot.cadastralNumber && <p className="xs muted">{t("cadastral", { number: lot.cadastralNumber })}</p>}
      {lot.note && (
        <p className="xs muted">
          <Words value={lot.note} />
        </p>
      )}
    </>
  );
}

/** Land in every unit of land; floor space only in square metres. */
function LotArea({ lot }: { lot: LotView }) {
  const { area, withUnit, inline } = useQuantity();
  const areaHa = lot.areaHa ?? (lot.kind === "land" && lot.areaM2 !== null ? haFromM2(lot.areaM2) : null);
  if (areaHa !== null) {
    const land = area({ value: areaHa });
    return (
      <>
        <b className="num">{inline(land)}</b>
        <p className="xs muted">{land.others}</p>
      </>
    );
  }
  if (lot.areaM2 === null) return <Unknown />;
  return <b className="num">{inline(withUnit({ value: lot.areaM2 }, "m2"))}</b>;
}

function LotState({ lot }: { lot: LotView }) {
  const t = useTranslations("site.lots");
  if (lot.status === "unknown") return <Unknown />;
  return (
    <>
      <span className={marks[lot.status]}>{t(`status.${lot.status}`)}</span>
      {lot.reservedPercent !== null && <p className="xs muted">{t("reserved", { percent: lot.reservedPercent })}</p>}
    </>
  );
}

function LotPrice({ price }: { price: LotView["price"] }) {
  const t = useTranslations("site.lots.per");
  const { money } = useQuantity();
  if (!price) return <Unknown />;
  return t(price.per, { value: money(price.amount, price.currency) });
}
