import "server-only";
import { isExhausted, takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { formatDay, now, today } from "@/lib/core/dates";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { parseLocalTime } from "@/lib/core/zones";
import type { RefusalCode, StaffAction } from "@/lib/form/types";
import { madeCookie } from "@/lib/programme/share/cookies";
import { createShareLink, revokeShareLink } from "@/lib/programme/share/mutations";
import { mostDays, plusDays } from "@/lib/programme/share/rules";
import { newLinkSchema } from "@/lib/programme/share/schema";
import { openShare, type Share, type ShareLocked } from "@/lib/programme/share/share-queries";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";

/**
 * What a secret link shows to whoever asks, for every page and file below `/[locale]/v/[token]`. Wrong tokens are counted by
 * address; from an address with too many of them no token opens anything, and the answer is that for a wrong one.
 *
 * @param headers of the request, as the gate passes them on
 * @returns       null: answer 404
 */
export async function enterShare(token: string, headers: Headers): Promise<Share | ShareLocked | null> {
  const client = headers.get(clientHeader) ?? "";
  const share = await openShare(token, headers.get("cookie"));
  // Asked for right and wrong tokens alike, so that time tells nothing.
  const isAllowed = share
    ? !(await isExhausted(limits.shareToken, client))
    : await takeAttempt(limits.shareToken, client);
  return isAllowed ? share : null;
}

function linksPath(recordId: string): string {
  return `/admin/visits/${recordId}/links`;
}

const create: StaffAction = {
  audience: "staff",
  secrets: ["code"],
  run: (actor, input) =>
    onRecord(actor, input, "share", async (tx, head) => {
      const to = linksPath(head.id);
      const { fields, locale } = input;
      const names = ["audience", "locale", "participantId", "label", "code", "expiresOn"];
      const parsed = newLinkSchema.safeParse(Object.fromEntries(names.map((name) => [name, fields.get(name)])));
      if (!parsed.success) {
        const wrong = parsed.error.issues.map(({ path }): [string, RefusalCode] => [String(path[0]), "wrong"]);
        return refuse(`${to}#new`, "wrong", Object.fromEntries(wrong));
      }
      const { expiresOn, ...link } = parsed.data;
      const day = formatDay(today(head.zone));
      const midnight = parseLocalTime(`${plusDays(expiresOn, 1)} 00:00`, head.zone);
      if (!midnight || expiresOn < day || expiresOn > plusDays(day, mostDays)) {
        return refuse(`${to}#new`, "wrong", { expiresOn: "wrong" });
      }
      const { shared } = await readWorkingDocument(tx, head);
      const isTaking =
        !link.participantId || (shared["rows.participants"] ?? "").split(" ").includes(link.participantId);
      if (!isTaking) return refuse(`${to}#new`, "not_there", { participantId: "not_there" });
      const made = await createShareLink(tx, actor, head, { ...link, expiresAt: midnight }, now());
      // The token goes by a cookie that only the next page gets: what an action answers is written down.
      const cookies = [madeCookie(`/${locale}${to}`, { linkId: made.id, token: made.token })];
      return { result: { ok: true, to: `${to}?made=${made.id}#made`, said: "link_made", cookies } };
    }),
};

const revoke: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "share", async (tx, head) => {
      const linkId = input.fields.get("link");
      const isOne = /^[0-9a-f-]{36}$/.test(linkId);
      const isRevoked = isOne && (await revokeShareLink(tx, actor, head, { linkId, now: now() }));
      return done(`${linksPath(head.id)}#list`, isRevoked ? "link_withdrawn" : "unchanged");
    }),
};

/** Secret links, by the name that their forms are sent to. */
export const shareActions: Record<string, StaffAction> = { "create-share": create, "revoke-share": revoke };
