import { useTranslations } from "next-intl";
import { SiteLink } from "@/components/site/site-link";
import { Block } from "@/components/ui/block";
import type { SiteRef } from "@/lib/site/types";

/** The sites that a zone consists of. */
export function PlatformList({ platforms }: { platforms: SiteRef[] }) {
  const t = useTranslations("site.platforms");
  if (platforms.length === 0) return null;
  return (
    <Block id="platforms" title={t("title")} intro={t("intro")}>
      <ul className="lks">
        {platforms.map((platform) => (
          <li key={platform.slug}>
            <SiteLink site={platform} />
          </li>
        ))}
      </ul>
    </Block>
  );
}
