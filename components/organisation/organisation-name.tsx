import { useTranslations } from "next-intl";
import { Words } from "@/components/ui/words";
import type { OrganisationView } from "@/lib/organisation/types";

/** An organisation as far as it agreed to be shown: its name, its kind and sectors, or only that there is one. */
export function OrganisationName({ organisation }: { organisation: OrganisationView }) {
  const t = useTranslations("common");
  switch (organisation.shown) {
    case "named":
      return <Words value={organisation.name} />;
    case "counted":
      return t("organisation.counted");
    case "sector": {
      const country = t(`country.${organisation.country}`);
      const sectors = organisation.sectors.map((sector) => t(`sector.${sector}`));
      return (
        <>
          {t("organisation.masked", { country, kind: t(`organisation.kind.${organisation.kind}`) })}
          {sectors.length > 0 && <> · {sectors.join(t("list.separator"))}</>}
          {organisation.place && (
            <>
              {" · "}
              <Words value={organisation.place} />
            </>
          )}
        </>
      );
    }
  }
}
