import { useTranslations } from "next-intl";
import { isInChina } from "@/components/site/kind-sign";
import { Note } from "@/components/ui/note";
import { Tag } from "@/components/ui/tag";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { keyOfSector } from "@/lib/sector/rules";
import type { SiteView } from "@/lib/site/types";

/** In words: what it is, who runs it, what for. Says first when it is no site in Russia to invest in. */
export function SiteAbout({ site }: { site: SiteView }) {
  const t = useTranslations("site");
  const sector = useTranslations("common.sector");
  const locale = usePageLocale();
  return (
    <>
      {site.isFacility && <Note>{t("head.facility")}</Note>}
      {!site.isFacility && isInChina(site.country) && <Note>{t("head.china")}</Note>}
      {site.summary && (
        <p className="about">
          <Words value={site.summary} />
        </p>
      )}
      <dl className="kv">
        {site.managingCompany && (
          <>
            <dt>{t("key.manager")}</dt>
            <dd>
              <Words value={site.managingCompany} />
            </dd>
          </>
        )}
        {site.sectors.length > 0 && (
          <>
            <dt>{t("key.sectors")}</dt>
            <dd className="tags">
              {site.sectors.map((key) => (
                <Tag key={key} href={paths.sector(locale, keyOfSector(key))}>
                  {sector(key)}
                </Tag>
              ))}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
