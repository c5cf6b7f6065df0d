import { useTranslations } from "next-intl";
import type { Freshness } from "@/lib/source/types";

/** What a dot means, in words beside it. */
export function FreshnessDot({ freshness }: { freshness: Freshness }) {
  const t = useTranslations("source.legend");
  return (
    <span className="dot" data-f={freshness}>
      {t(freshness)}
    </span>
  );
}
