import { getTranslations } from "next-intl/server";
import { drawCard } from "@/lib/core/card";
import { isLocale } from "@/lib/i18n/locales";
import { regionHue } from "@/lib/map/draw";
import { cardPicture } from "@/lib/media/card";
import { listMedia } from "@/lib/media/public-queries";
import { getPublishedSite } from "@/lib/site/public-queries";

type Context = { params: Promise<{ locale: string; region: string; site: string }> };

export const dynamic = "force-dynamic";

/** The card of a site: kind, name, place, area and state; unknown stays unsaid here, the page says it. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, region, site: slug } = await params;
  const site = isLocale(locale) ? await getPublishedSite(region, slug, locale) : null;
  if (!site || !isLocale(locale)) return new Response(null, { status: 404 });
  const [media, t, layout, common] = await Promise.all([
    listMedia("site", slug, locale),
    getTranslations({ locale, namespace: "site" }),
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const area = site.totalAreaHa && common("area.ha", { value: site.totalAreaHa.value.toLocaleString(locale) });
  return drawCard({
    portal: layout("name"),
    over: `${site.region.name.text} · ${t(`kind.${site.kind}`)}`,
    title: site.name.text,
    lines: [site.municipality?.text, [area, t(`status.${site.status}`)].filter(Boolean).join(" · ")].filter(
      (line) => line !== undefined,
    ),
    hue: regionHue(site.region.isoCode),
    picture: await cardPicture(media.cover, locale),
  });
}
