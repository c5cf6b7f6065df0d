import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { LogFilter } from "@/components/admin/log/log-filter";
import { LogTable } from "@/components/admin/log/log-table";
import { auditFilterSchema, toAuditQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/staff-queries";
import { canInHouse, houseRegionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { formatDay, now } from "@/lib/core/dates";
import { utcOffsetHours } from "@/lib/i18n/format";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readZone } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/log">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "audit" });
  return staffTitle(locale, t("title"));
}

export default async function LogPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/log";
  const filter = auditFilterSchema.parse(await searchParams);
  const actor = await requireActor(locale, path);
  if (!canInHouse(actor, "audit.read")) notFound();
  const zone = await readZone(actor);
  const [{ lines, next }, t] = await Promise.all([
    listAudit(actor, filter, zone, locale),
    getTranslations({ locale, namespace: "audit" }),
  ]);
  const isWhole = houseRegionsOf(actor, "audit.read") === null;
  return (
    <AdminFrame actor={actor} locale={locale} current="log" title={t("title")} path={path}>
      <p className="lead">{t(isWhole ? "intro.all" : "intro.own")}</p>
      <p className="muted">{t("zone", { zone: zoneName(zone) })}</p>
      <LogFilter filter={filter} locale={locale} />
      {lines.length === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <LogTable lines={lines} locale={locale} zone={zone} />
      )}
      {(filter.before || next) && (
        <nav className="pages">
          {filter.before && (
            <a className="btn" href={`/${locale}${path}${toAuditQuery({ ...filter, before: null })}`}>
              {t("newest")}
            </a>
          )}
          {next && (
            <a className="btn" href={`/${locale}${path}${toAuditQuery({ ...filter, before: next })}`} rel="next">
              {t("older")}
            </a>
          )}
        </nav>
      )}
    </AdminFrame>
  );
}

/** A zone as people name it here: "UTC+3". */
function zoneName(zone: string): string {
  const hours = utcOffsetHours(zone, formatDay(now()));
  return `UTC${hours < 0 ? "−" : "+"}${Math.abs(hours)}`;
}
