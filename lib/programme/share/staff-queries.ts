import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay, now, today } from "@/lib/core/dates";
import { formatLocalTime } from "@/lib/core/zones";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { lastDay, usualExpiry } from "@/lib/programme/share/rules";
import type { LinkChoice, Links } from "@/lib/programme/share/types";
import { viewProgramme } from "@/lib/programme/share-queries";
import type { Programme } from "@/lib/programme/types";
import type { RecordDocument } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { pick } from "@/lib/translation/rules";

/** @returns null for those who may not share this visit */
export async function readLinks(
  actor: Actor,
  head: RecordHead,
  document: RecordDocument,
  locale: Locale,
): Promise<Links | null> {
  if (!can(actor, "share", head)) return null;
  const working = { number: null, document, note: null, publishedAt: null };
  const [rows, programme] = await Promise.all([
    db().shareLink.findMany({
      where: { recordId: head.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        audience: true,
        locale: true,
        label: true,
        participantId: true,
        codeHash: true,
        expiresAt: true,
        revokedAt: true,
        openedCount: true,
        lastOpenedOn: true,
      },
    }),
    viewProgramme(db(), head, working, { audience: "staff", participantId: null }),
  ]);
  const people = peopleOf(programme, locale);
  const at = now();
  return {
    lines: rows.map(({ participantId, codeHash, expiresAt, revokedAt, lastOpenedOn, ...row }) => ({
      ...row,
      person: participantId && (people.find(({ id }) => id === participantId)?.name ?? ""),
      hasCode: codeHash !== null,
      state: revokedAt ? "revoked" : expiresAt <= at ? "expired" : "works",
      expiresOn: formatLocalTime(new Date(expiresAt.getTime() - 1), head.zone).slice(0, 10),
      lastOpenedOn: lastOpenedOn && formatDay(lastOpenedOn),
    })),
    people,
    usualExpiry: usualExpiry(lastDay(programme), formatDay(today(head.zone))),
  };
}

/** Participants for whom a link of their own can be made: those who agreed to be named. */
function peopleOf({ members }: Programme, locale: Locale): LinkChoice[] {
  return members.flatMap(({ id, person }) => {
    if (person?.shown !== "named") return [];
    const { han, cyrillic, latin } = person.names;
    const name = pick(
      { ...(han ? { zh: han } : {}), ...(cyrillic ? { ru: cyrillic } : {}), ...(latin ? { en: latin } : {}) },
      locale,
    );
    return name ? [{ id, name: name.text }] : [];
  });
}
