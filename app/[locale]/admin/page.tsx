import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { HomeView } from "@/components/admin/home/home-view";
import { Said } from "@/components/admin/said";
import { canSomewhere, regionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/auth/types";
import { now } from "@/lib/core/dates";
import { readQuery } from "@/lib/form/query";
import type { Locale } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readTodo } from "@/lib/record/todo/staff-queries";
import { listRegionChoices, readZone } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "admin.menu" });
  return staffTitle(locale, t("home"));
}

export default async function StaffHomePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin";
  const actor = await requireActor(locale, path);
  const query = await readQuery(searchParams);
  const zone = await readZone(actor);
  const [t, staff, todo, place] = await Promise.all([
    getTranslations({ locale, namespace: "todo" }),
    getTranslations({ locale, namespace: "staff.home" }),
    canSomewhere(actor, "read") ? readTodo(actor, locale) : null,
    placeOf(actor, locale),
  ]);
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: zone });
  const title = t("heading", { place, day: day.format(now()) });
  return (
    <AdminFrame actor={actor} locale={locale} current="home" title={title} path={path}>
      <Said {...query} />
      {todo ? <HomeView todo={todo} locale={locale} zone={zone} /> : <p className="muted">{staff("noRights")}</p>}
    </AdminFrame>
  );
}

/** Where the actor works, in words. */
async function placeOf(actor: Actor, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "todo.place" });
  if (actor.grants.length === 0) return t("none");
  const ids = regionsOf(actor, "read");
  if (ids === null) return t("all");
  if (ids.length === 0) return t("site");
  const regions = await listRegionChoices(ids, locale);
  return regions.map(({ name }) => name).join(locale === "zh" ? "、" : ", ");
}
