import type { ReactNode } from "react";
import { SourceChip } from "@/components/source/source-chip";
import { SourceLink } from "@/components/source/source-line";
import { Unknown } from "@/components/ui/unknown";
import { useQuantity } from "@/components/ui/use-quantity";
import type { Unit } from "@/lib/region/types";
import type { Figure, Provenance } from "@/lib/source/types";

/** Figures side by side. */
export function FigureList({ children }: { children: ReactNode }) {
  return <dl className="figs">{children}</dl>;
}

/**
 * One cell: label, number, notes, source. A number past its term is greyed and underlined with dashes.
 *
 * @param sourceHref  where the sources stand in full, on a page that is too long to have them itself
 */
export function FigureCell({
  id,
  label,
  value,
  unit,
  notes = [],
  swap,
  provenance,
  sourceHref,
}: {
  id?: string;
  label: ReactNode;
  value: ReactNode;
  unit?: string;
  notes?: ReactNode[];
  /** of an area, see useQuantity; its other units are then the first note */
  swap?: Record<string, string>;
  provenance: Provenance | null;
  sourceHref?: string;
}) {
  return (
    <div id={id} className={provenance?.freshness === "stale" ? "fig is-stale" : "fig"}>
      <dt>{label}</dt>
      <dd className="fig-v" {...swap}>
        {value}
        {unit && <small>{unit}</small>}
      </dd>
      {notes.map(
        (note, index) =>
          note && (
            // notes keep their order
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list without ids
            <dd className="fig-d" key={index}>
              {note}
            </dd>
          ),
      )}
      {provenance && (
        <dd className="fig-s">
          {sourceHref ? (
            <SourceLink provenance={provenance} href={sourceHref} />
          ) : (
            <SourceChip provenance={provenance} />
          )}
        </dd>
      )}
    </div>
  );
}

type FigureProps = { label: ReactNode; figure: Figure | null; note?: ReactNode };

/** An area of land, in every unit. */
export function AreaFigure({ label, figure, note }: FigureProps) {
  const { area, caveat } = useQuantity();
  if (!figure) return <FigureCell label={label} value={<Unknown />} notes={[note]} provenance={null} />;
  const { value, unit, others, swap } = area(figure);
  return (
    <FigureCell
      label={label}
      value={value}
      unit={unit}
      swap={swap}
      notes={[others, caveat(figure.qualifier), note]}
      provenance={figure.provenance}
    />
  );
}

/** Any other number with one of the units of indicators, such as floor space or people. */
export function UnitFigure({
  id,
  label,
  figure,
  unit,
  note,
  sourceHref,
}: FigureProps & { id?: string; unit: Unit; sourceHref?: string }) {
  const { withUnit, caveat } = useQuantity();
  if (!figure) return <FigureCell id={id} label={label} value={<Unknown />} notes={[note]} provenance={null} />;
  const written = withUnit(figure, unit);
  return (
    <FigureCell
      id={id}
      label={label}
      value={written.value}
      unit={written.unit}
      notes={[caveat(figure.qualifier), note]}
      provenance={figure.provenance}
      sourceHref={sourceHref}
    />
  );
}
