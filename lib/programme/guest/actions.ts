import "server-only";
import { giveBackAttempt, isExhausted, takeAttempt } from "@/lib/auth/limit/mutations";
import { limits, normalEmail } from "@/lib/auth/limit/rules";
import { verifyPassword } from "@/lib/auth/password/hash";
import { isToken } from "@/lib/auth/token";
import { currentAnswer } from "@/lib/core/answer-state";
import { now, today } from "@/lib/core/dates";
import { clientHeader } from "@/lib/core/gate/staff-request";
import type { Locale } from "@/lib/i18n/locales";
import { saveAnswer } from "@/lib/programme/answer/mutations";
import {
  type AnswerForm,
  type GuestQuery,
  guestFormSchema,
  type Typed,
  watchEmail,
} from "@/lib/programme/guest/schema";
import { readTyped, typedCookie } from "@/lib/programme/guest/typed-cookie";
import { confirmWatch, stopWatch, watch } from "@/lib/programme/notice/mutations";
import { enterShare } from "@/lib/programme/share/actions";
import { answeredCookies, codeCookies, hasAnswered, readSeen, seenCookies } from "@/lib/programme/share/cookies";
import { countOpening } from "@/lib/programme/share/mutations";
import { isOver, sharePath } from "@/lib/programme/share/rules";
import {
  type GuestView,
  readCodeHash,
  readContacts,
  readGuestView,
  readOverShare,
  readWatcher,
  type Share,
} from "@/lib/programme/share/share-queries";
import type { ProgrammeContact } from "@/lib/programme/types";

/** What its page needs of a link: never the sheets of the visit, which hold what the link may not see. */
export type GuestLink = Pick<Share, "watcherId" | "viewer" | "locale" | "expiresAt">;

/** What the page of a secret link shows. */
export type Guest =
  | { status: "over"; contacts: ProgrammeContact[] }
  | { status: "unconfirmed" }
  | { status: "code_needed" }
  | { status: "elsewhere"; locale: Locale }
  | { status: "stop" }
  | { status: "unsent"; link: GuestLink; contacts: ProgrammeContact[]; typed: Typed }
  | {
      status: "open";
      link: GuestLink;
      view: GuestView;
      /** which version the changes begin with: the one on paper, or the one that was seen last */
      since: { number: number; isPaper: boolean } | null;
      /** the questions after the visit: not yet, to be asked, answered here */
      questions: "none" | "open" | "answered";
      typed: Typed;
      now: Date;
    };

/**
 * Lets somebody in by a secret link: looks what it shows, counts that it was opened, and notes in the reader's own browser
 * which version he has seen.
 *
 * @param headers of the request
 * @returns       null: answer 404
 */
export async function lookIn(
  token: string,
  { locale, query, headers }: { locale: Locale; query: GuestQuery; headers: Headers },
): Promise<Guest | null> {
  const cookies = headers.get("cookie");
  const share = await enterShare(token, headers);
  if (await isExhausted(limits.shareToken, clientOf(headers))) return null;
  const watcher = await readWatcher(token);
  if (watcher && query.stop) return { status: "stop" };
  if (!share) {
    if (watcher && !watcher.isOver) return { status: "unconfirmed" };
    const contacts = await readOverShare(token);
    const answer = currentAnswer();
    if (contacts && answer) answer.status = 410;
    return contacts && { status: "over", contacts };
  }
  if (share.locale && share.locale !== locale) return { status: "elsewhere", locale: share.locale };
  if ("status" in share) return { status: "code_needed" };
  const { sent, watcherId, viewer, expiresAt } = share;
  const link = { watcherId, viewer, expiresAt, locale: share.locale };
  const seen = readSeen(cookies);
  await noteOpening(token, share, seen);
  if (!sent) return { status: "unsent", link, contacts: await readContacts(share), typed: readTyped(cookies) };
  const paper = query.paper && query.paper <= sent.number ? query.paper : null;
  const number = paper ?? (seen && seen < sent.number ? seen : null);
  const view = await readGuestView(share, sent, number);
  const at = now();
  return {
    status: "open",
    link,
    view,
    since: number === null ? null : { number, isPaper: paper !== null },
    questions: isOver(view.programme, at) ? (hasAnswered(cookies) ? "answered" : "open") : "none",
    typed: readTyped(cookies),
    now: at,
  };
}

/** A page that is read again, or asked for its headers only, is not opened anew. */
async function noteOpening(token: string, { linkId, sent }: Share, seen: number | null): Promise<void> {
  const answer = currentAnswer();
  if (answer?.method !== "GET") return;
  const version = sent?.number ?? 0;
  await countOpening(linkId, { isFirst: seen !== version, today: today() });
  if (seen !== version) answer.cookies.push(...seenCookies(token, version));
}

/** What came of a form: the page that says so, and cookies to be set. */
export type GuestSent = { to: string; cookies: string[] };

/**
 * Does what a form on the page of a link asks for.
 *
 * @returns null: answer 404
 */
export async function takeGuestForm(
  token: string,
  { locale, fields, headers }: { locale: Locale; fields: Record<string, string>; headers: Headers },
): Promise<GuestSent | null> {
  const parsed = guestFormSchema.safeParse(fields);
  const page = sharePath(locale, token);
  const back = (query: string, cookies: string[] = []): GuestSent => ({ to: `${page}${query}`, cookies });
  if (!parsed.success) return isToken(token) ? back("") : null;
  const form = parsed.data;
  const client = clientOf(headers);
  const isShut = await isExhausted(limits.shareToken, client);
  switch (form.do) {
    case "code": {
      const link = isShut ? null : await readCodeHash(token);
      if (!link) return back("");
      return back(...(await tryCode(token, link, { code: form.code, client, paper: form.paper })));
    }
    case "confirm":
    case "stop": {
      const watcher = isShut ? null : await readWatcher(token);
      if (!watcher) return back("");
      if (form.do === "stop") {
        await stopWatch(watcher.watcherId);
        return back("?said=stopped");
      }
      await confirmWatch(watcher.watcherId, now());
      return back("?said=confirmed#watch");
    }
    default: {
      const share = await enterShare(token, headers);
      if (!share || "status" in share) return back("");
      return form.do === "watch"
        ? back(...(await askToWatch(token, share, { email: form.email, locale, client })))
        : back(...(await answerQuestions(token, share, { form, locale, client })));
    }
  }
}

type Said = [query: string, cookies?: string[]];

async function tryCode(
  token: string,
  link: { linkId: string; codeHash: string },
  { code, client, paper }: { code: string; client: string; paper: string },
): Promise<Said> {
  const again = paper ? `&paper=${paper}` : "";
  const isAllowed =
    (await takeAttempt(limits.shareCodeClient, client)) && (await takeAttempt(limits.shareCode, link.linkId));
  if (!isAllowed) return [`?refused=too_often${again}`];
  if (!(await verifyPassword({ hash: link.codeHash, password: code }))) return [`?refused=code${again}`];
  await giveBackAttempt(limits.shareCodeClient, client);
  await giveBackAttempt(limits.shareCode, link.linkId);
  return [paper ? `?paper=${paper}` : "", codeCookies(token, link)];
}

/** Says the same whether the address is known or not. */
async function askToWatch(
  token: string,
  share: Share,
  { email, locale, client }: { email: string; locale: Locale; client: string },
): Promise<Said> {
  const typed = [typedCookie(locale, token, { email })];
  if (!watchEmail.safeParse(email).success) return ["?refused=email#watch", typed];
  const isAllowed =
    (await takeAttempt(limits.watchClient, client)) && (await takeAttempt(limits.watch, normalEmail(email)));
  if (!isAllowed) return ["?refused=too_often#watch", typed];
  await watch(share.linkId, { email, locale: share.locale ?? locale }, now());
  return ["?said=watching#watch", [typedCookie(locale, token, null)]];
}

async function answerQuestions(
  token: string,
  share: Share,
  { form, locale, client }: { form: AnswerForm; locale: Locale; client: string },
): Promise<Said> {
  const { score, useful, missing } = form;
  const typed = [typedCookie(locale, token, { score, useful, missing })];
  if (score === null) return ["?refused=score#answer", typed];
  if (!share.sent) return [""];
  const { programme } = await readGuestView(share, share.sent, null);
  if (!isOver(programme, now())) return [""];
  if (!(await takeAttempt(limits.answerClient, client))) return ["?refused=too_often#answer", typed];
  const link = { recordId: share.head.id, linkId: share.linkId };
  await saveAnswer(form.form, link, { score, useful, missing, locale }, now());
  return ["?said=answered#answer", [...answeredCookies(token), typedCookie(locale, token, null)]];
}

function clientOf(headers: Headers): string {
  return headers.get(clientHeader) ?? "";
}
