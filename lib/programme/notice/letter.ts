import { createTranslator } from "next-intl";
import type { Mail } from "@/lib/core/mail";
import { formatLocalTime } from "@/lib/core/zones";
import type { NoticeKind } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages, type Messages } from "@/lib/i18n/messages";
import type { NoticeMatter } from "@/lib/programme/notice/share-queries";
import { sharePath } from "@/lib/programme/share/rules";
import type { Stop, StopChange } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

const beijing = "Asia/Shanghai";

/**
 * A mail to somebody who follows a visit, in his language. Names stand in it as his link may see them.
 *
 * @param site  address of the portal, without a path
 * @param token of his own link
 */
export async function writeNotice(
  kind: NoticeKind,
  { email, locale, programme, changes }: NoticeMatter,
  { site, token }: { site: string; token: string },
): Promise<Mail> {
  // The worker has no framework to load words for it.
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: "guest" });
  const visit = pick(programme.name, locale)?.text ?? t("mail.visit");
  const page = `${site}${sharePath(locale, token)}`;
  const stop = `${page}?stop=1`;
  const end = t("mail.end", { link: stop });
  switch (kind) {
    case "confirm":
      return {
        to: email,
        subject: t("mail.confirm.subject", { visit }),
        text: [t("mail.confirm.text", { visit }), page, t("mail.confirm.ignore")].join("\n\n"),
      };
    case "thanks":
      return {
        to: email,
        subject: t("mail.thanks.subject", { visit }),
        text: [
          t("mail.thanks.text", { visit }),
          t("mail.thanks.booklet"),
          `${page}/booklet.pdf`,
          t("mail.thanks.ask"),
          page,
          end,
        ].join("\n\n"),
        unsubscribe: stop,
      };
    default: {
      const number = String(programme.version ?? 0);
      const lines = (changes?.stops ?? []).map((change) => changeLine(change, locale, t));
      if (changes?.hasOtherMeetings) lines.push(`- ${t("change.meetings")}`);
      const from = changes?.from;
      return {
        to: email,
        subject: t("mail.change.subject", { visit, number }),
        text: [
          t(from ? "mail.change.text" : "mail.change.first", { visit, number }),
          ...(programme.note ? [programme.note] : []),
          ...(lines.length > 0 ? [lines.join("\n")] : []),
          from ? `${page}?paper=${from}` : page,
          end,
        ].join("\n\n"),
        unsubscribe: stop,
      };
    }
  }
}

type Words = ReturnType<typeof createTranslator<Messages, "guest">>;

function changeLine({ kind, stop, before, aspects }: StopChange, locale: Locale, t: Words): string {
  const title = pick(stop.title, locale)?.text ?? t("change.untitled");
  const what = [
    ...(kind === "changed" ? [] : [t(`change.${kind}`)]),
    ...aspects.map((one) => t(`change.aspect.${one}`)),
  ].join(t("change.and"));
  const was = before && aspects.includes("time") ? ` (${t("change.was", { time: clockOf(before, t) })})` : "";
  return `- ${clockOf(stop, t)} ${title}${t("change.colon")}${what}${was}`;
}

/** By the clock of the place and by that of Beijing. */
function clockOf({ startsAt, timeZone, day }: Stop, t: Words): string {
  if (!startsAt || !timeZone) return day ?? t("change.noTime");
  const at = new Date(startsAt);
  const local = formatLocalTime(at, timeZone);
  return timeZone === beijing ? local : `${local} (${t("change.beijing", { time: formatLocalTime(at, beijing) })})`;
}
