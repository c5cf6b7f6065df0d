import { getTranslations } from "next-intl/server";
import { drawCard } from "@/lib/core/card";
import { startAndEnd } from "@/lib/core/structured-data";
import { isLocale } from "@/lib/i18n/locales";
import { regionHue } from "@/lib/map/draw";
import { cardPicture } from "@/lib/media/card";
import { listMedia } from "@/lib/media/public-queries";
import { getPublishedVisit } from "@/lib/visit/public-queries";

type Context = { params: Promise<{ locale: string; region: string; visit: string }> };

export const dynamic = "force-dynamic";

/** The card of a visit: its name, places and how many promises it left. Nobody is named on it. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, region, visit: slug } = await params;
  const visit = isLocale(locale) ? await getPublishedVisit(region, slug, locale) : null;
  if (!visit || !isLocale(locale)) return new Response(null, { status: 404 });
  const [media, t, layout, outcome, common] = await Promise.all([
    listMedia("visit", slug, locale),
    getTranslations({ locale, namespace: "visit" }),
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "outcome" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const { total, undated } = visit.tally;
  const places = visit.places.map(({ name }) => name.text).join(common("list.separator"));
  const tally = [`${total} ${outcome("tally.total", { count: total })}`, `${undated} ${outcome("tally.undated")}`];
  return drawCard({
    portal: layout("name"),
    over: [visit.region.name.text, t(`direction.${visit.direction}`), visit.dates && startAndEnd(visit.dates).start]
      .filter(Boolean)
      .join(" · "),
    title: visit.name.text,
    lines: [places, total > 0 ? tally.join(common("list.dot")) : ""].filter((line) => line !== ""),
    hue: regionHue(visit.region.isoCode),
    picture: await cardPicture(media.cover, locale),
  });
}
