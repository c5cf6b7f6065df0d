import { createTranslator } from "next-intl";
import type { Mail } from "@/lib/core/mail";
import { loadMessages } from "@/lib/i18n/messages";
import type { Digest } from "@/lib/record/digest/staff-queries";
import { toFindingQuery } from "@/lib/record/finding/schema";

/**
 * What waits for somebody, as a letter in his language.
 *
 * @param site  address of the portal, without a path
 */
export async function writeDigest(
  { name, email, locale, counts, waiting, facts }: Digest,
  site: string,
): Promise<Mail> {
  // The worker has no framework to load words for it.
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "digest" });
  const names = createTranslator({ locale, messages, namespace: "finding" });
  const admin = `${site}/${locale}/admin`;
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const lines = counts.map(({ code, total, mine }) => {
    const what = t("count", { count: total, what: names(`tile.${code}`, { count: total }) });
    const link = `${admin}/todo${toFindingQuery({ code, isMine: false, page: 1 })}`;
    return `- ${mine > 0 ? t("withMine", { what, mine }) : what}\n  ${link}`;
  });
  if (waiting > 0) lines.unshift(`- ${t("waiting", { count: waiting })}\n  ${admin}#waiting`);
  const first = facts.map(({ id, name: record, since }) => {
    const due = since ? t("due", { date: day.format(new Date(since)) }) : "";
    return `- ${record ?? ""}, ${due}\n  ${admin}/records/${id}`;
  });
  const total = counts.reduce((sum, one) => sum + one.total, waiting);
  return {
    to: email,
    subject: t("subject", { count: total }),
    text: [
      t("greeting", { name }),
      t("intro"),
      lines.join("\n"),
      ...(first.length > 0 ? [t("first"), first.join("\n")] : []),
      t("end", { link: `${admin}/account` }),
    ].join("\n\n"),
  };
}
