import { useTranslations } from "next-intl";
import type { FacetKey, FacetOption } from "@/components/site/facets";
import { KindSign } from "@/components/site/kind-sign";
import { Words } from "@/components/ui/words";
import { kindGroupKeys, kindGroups } from "@/lib/site/rules";
import { siteStatuses } from "@/lib/site/types";

/** The word of a choice; a kind comes with its sign. */
export function FacetLabel({ facet, option }: { facet: FacetKey; option: FacetOption }) {
  const t = useTranslations("site");
  const kinds = useTranslations("home.kinds");
  if (option.name) return <Words value={option.name} />;
  const group = facet === "kind" && kindGroupKeys.find((known) => known === option.value);
  if (group) {
    return (
      <>
        <KindSign kind={kindGroups[group][0]} size="small" /> {kinds(`${group}.name`)}
      </>
    );
  }
  const status = siteStatuses.find((known) => known === option.value);
  return status ? t(`status.${status}`) : option.value;
}
