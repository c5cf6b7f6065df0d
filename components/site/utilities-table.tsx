import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { DataTable } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { mwFromGcalPerHour } from "@/lib/core/units";
import { askedUtilities } from "@/lib/site/rules";
import { type UtilityUnit, type UtilityView, utilityKinds } from "@/lib/site/types";
import type { Figure } from "@/lib/source/types";

/** What every investor asks for is listed even when nothing is known of it. */
export function UtilitiesTable({ utilities }: { utilities: UtilityView[] }) {
  const t = useTranslations("site.utilities");
  const kinds = utilityKinds.filter(
    (kind) => askedUtilities.includes(kind) || utilities.some((utility) => utility.kind === kind),
  );
  return (
    <Block id="utilities" title={t("title")}>
      <DataTable
        caption={t("title")}
        columns={[t("kind"), t("state"), t("total"), t("free"), t("source")]}
        rows={kinds.map((kind) => {
          const utility = utilities.find((known) => known.kind === kind);
          if (!utility?.provenance) return { key: kind, head: t(`kinds.${kind}`), cells: { none: <Unknown /> } };
          return {
            key: kind,
            head: t(`kinds.${kind}`),
            cells: [
              <State key="state" utility={utility} />,
              <Capacity key="total" figure={utility.total} unit={utility.unit} />,
              <Capacity key="free" figure={utility.free} unit={utility.unit} />,
              <SourceChip key="source" provenance={utility.provenance} />,
            ],
          };
        })}
      />
    </Block>
  );
}

function State({ utility: { availability, availableFrom, note } }: { utility: UtilityView }) {
  const t = useTranslations("site.utilities.availability");
  const dates = useDates();
  return (
    <>
      {availability === "unknown" && <Unknown />}
      {availability === "from_date" &&
        (availableFrom ? t("from_date", { date: dates.long(availableFrom) }) : t("fromUnknown"))}
      {availability !== "unknown" && availability !== "from_date" && t(availability)}
      {note && (
        <p className="xs muted">
          <Words value={note} />
        </p>
      )}
    </>
  );
}

function Capacity({ figure, unit }: { figure: Figure | null; unit: UtilityUnit }) {
  const t = useTranslations("site.utilities.unit");
  const { written, number } = useQuantity();
  if (!figure) return <Unknown />;
  return (
    <>
      <b className="num">{t(unit, { value: written(figure) })}</b>
      {unit === "gcal_per_hour" && (
        <p className="xs muted">{t("mw", { value: number(mwFromGcalPerHour(figure.value)) })}</p>
      )}
    </>
  );
}
