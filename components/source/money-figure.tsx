import type { ReactNode } from "react";
import { FigureCell } from "@/components/source/figure";
import { Unknown } from "@/components/ui/unknown";
import { useQuantity } from "@/components/ui/use-quantity";
import type { Figure } from "@/lib/source/types";

/** A sum in its currency of record; the words after the digits stand small, as units do. */
export function MoneyFigure({
  label,
  figure,
  currency = "rub",
}: {
  label: ReactNode;
  figure: Figure | null;
  currency?: "rub" | "cny" | "usd";
}) {
  const { money, caveat } = useQuantity();
  if (!figure) return <FigureCell label={label} value={<Unknown />} provenance={null} />;
  const written = money(figure.value, currency);
  const [, digits = written, words] = /^([\d\s.,]+)(\D+)$/u.exec(written) ?? [];
  return (
    <FigureCell
      label={label}
      value={digits.trim()}
      unit={words}
      notes={[caveat(figure.qualifier)]}
      provenance={figure.provenance}
    />
  );
}
