import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { GuestContacts } from "@/components/guest/guest-contacts";
import { WatchForm } from "@/components/guest/guest-forms";
import { GuestFrame } from "@/components/guest/guest-frame";
import { CodeNote, ConfirmNote, GuestNote, OverNote, StopNote, StoppedNote } from "@/components/guest/guest-notes";
import { GuestView } from "@/components/guest/guest-view";
import { siteUrl } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";
import { type Guest, lookIn } from "@/lib/programme/guest/actions";
import { type GuestQuery, guestQuerySchema } from "@/lib/programme/guest/schema";
import { sharePath } from "@/lib/programme/share/rules";

type Props = PageProps<"/[locale]/v/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "guest" });
  // Never the name of the visit: chats show titles of links to everybody.
  return { title: t("title"), robots: { index: false, follow: false }, formatDetection: { telephone: false } };
}

/** A visit through a secret link. */
export default async function GuestPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { token } = await params;
  const query = guestQuerySchema.parse(await searchParams);
  // His link went with his address, so this page asks nobody.
  if (query.said === "stopped") return frame(locale, <StoppedNote />);
  const guest = await lookIn(token, { locale, query, headers: await headers() });
  if (!guest) notFound();
  if (guest.status === "elsewhere") {
    redirect(`${sharePath(guest.locale, token)}${query.paper ? `?paper=${query.paper}` : ""}`);
  }
  const region = guest.status === "open" ? guest.view.programme.region.slug : undefined;
  const kept = guest.status === "open" ? sharePath(locale, token) : undefined;
  const t = await getTranslations({ locale, namespace: "guest.unsent" });
  return (
    <GuestFrame locale={locale} {...(region ? { region } : {})} {...(kept ? { kept } : {})}>
      {draw(guest, { locale, token, query, unsent: { title: t("title"), text: t("text") } })}
    </GuestFrame>
  );
}

function frame(locale: Locale, children: ReactNode) {
  return <GuestFrame locale={locale}>{children}</GuestFrame>;
}

type Place = { locale: Locale; token: string; query: GuestQuery; unsent: { title: string; text: string } };

function draw(guest: Exclude<Guest, { status: "elsewhere" }>, { locale, token, query, unsent }: Place): ReactNode {
  const place = { locale, token };
  switch (guest.status) {
    case "over":
      return <OverNote contacts={guest.contacts} />;
    case "unconfirmed":
      return <ConfirmNote place={place} />;
    case "stop":
      return <StopNote place={place} />;
    case "code_needed":
      return <CodeNote place={place} query={query} />;
    case "unsent":
      return (
        <GuestNote {...unsent}>
          <GuestContacts contacts={guest.contacts} />
          <WatchForm place={place} query={query} typed={guest.typed} isWatching={guest.link.watcherId != null} />
        </GuestNote>
      );
    case "open": {
      const { link, view, since, questions, typed, now } = guest;
      const { expiresAt, watcherId, locale: only, viewer } = link;
      return (
        <GuestView
          {...view}
          since={since}
          viewer={viewer}
          locale={locale}
          token={token}
          site={siteUrl()}
          link={{ expiresAt, isFree: only === null, isWatching: watcherId != null }}
          questions={questions}
          query={query}
          typed={typed}
          now={now}
        />
      );
    }
  }
}
