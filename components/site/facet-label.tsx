import { useTranslations } from "next-intl";
import type { FacetKey, FacetOption } from "@/components/site/facets";
import { KindSign } from "@/components/site/kind-sign";
import { Words } from "@/components/ui/words";
import { siteKinds, siteStatuses } from "@/lib/site/types";

/** The word of a choice; a kind comes with its sign. */
export function FacetLabel({ facet, option }: { facet: FacetKey; option: FacetOption }) {
  const t = useTranslations("site");
  if (option.name) return <Words value={option.name} />;
  const kind = facet === "kind" && siteKinds.find((known) => known === option.value);
  if (kind) {
    return (
      <>
        <KindSign kind={kind} size="small" /> {t(`kind.${kind}`)}
      </>
    );
  }
  const status = siteStatuses.find((known) => known === option.value);
  return status ? t(`status.${status}`) : option.value;
}
