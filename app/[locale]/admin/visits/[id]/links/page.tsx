import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { LinkTable, MadeLink, NewLinkForm, NoticeLine } from "@/components/guest/staff-links";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { currentAnswer } from "@/lib/core/answer-state";
import { siteUrl } from "@/lib/core/env";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import type { Locale } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readNoticeState } from "@/lib/programme/notice/staff-queries";
import { madeCookie, readMade } from "@/lib/programme/share/cookies";
import { sharePath } from "@/lib/programme/share/rules";
import { readLinks } from "@/lib/programme/share/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/links">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits" });
  return staffTitle(locale, t("tabs.links"));
}

/** Secret links to one visit: making them, who opened them how often, ending them. */
export default async function LinksPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = visitPath(id, "links");
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found) notFound();
  const { visit, document } = found;
  const [links, notices, query, { made }, t] = await Promise.all([
    readLinks(actor, visit, document, locale),
    readNoticeState(actor, visit),
    readQuery(searchParams),
    searchParams,
    getTranslations({ locale, namespace: "guest.links" }),
  ]);
  if (!links || !notices) notFound();
  const tried = await readTry(actor, query.try);
  const line = links.lines.find((one) => one.id === made);
  const address = line ? await addressOf(line, `/${locale}${path}`, locale) : null;
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="links">
      <Said {...query} tried={tried} />
      {line && <MadeLink address={address} />}
      <div className="edit">
        <div>
          <Panel title={t("list")} id="list">
            <p>{t("lead")}</p>
            {visit.sent === null && <p className="muted">{t("notSent")}</p>}
            <NoticeLine state={notices} />
            <LinkTable lines={links.lines} recordId={visit.id} locale={locale} />
          </Panel>
        </div>
        <aside>
          <NewLinkForm recordId={visit.id} locale={locale} links={links} tried={tried} />
        </aside>
      </div>
    </VisitFrame>
  );
}

/** Reads the cookie that carried the token here, and has it cleared: the next look finds nothing. */
async function addressOf(
  line: { id: string; locale: Locale | null },
  page: string,
  locale: Locale,
): Promise<string | null> {
  const token = readMade((await headers()).get("cookie"), line.id);
  currentAnswer()?.cookies.push(madeCookie(page, null));
  return token && `${siteUrl()}${sharePath(line.locale ?? locale, token)}`;
}
