import { createTranslator } from "next-intl";
import type { Mail } from "@/lib/core/mail";
import { loadMessages } from "@/lib/i18n/messages";
import type { ReminderLetter } from "@/lib/programme/reminder/mutations";

/**
 * A promise whose date is near or has passed, as a letter.
 *
 * @param site  address of the portal, without a path
 */
export async function writeReminder(
  { name, email, locale, outcomeId, outcome, dueOn, daysLeft }: ReminderLetter,
  site: string,
): Promise<Mail> {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "ledger.letter" });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const date = day.format(new Date(dueOn));
  return {
    to: email,
    subject: t(daysLeft < 0 ? "subjectLate" : "subject", { date }),
    text: [
      t("greeting", { name }),
      outcome,
      daysLeft < 0 ? t("late", { date, count: -daysLeft }) : t("soon", { date, count: daysLeft }),
      t("ask"),
      `${site}/${locale}/admin/outcomes?outcome=${outcomeId}#outcome`,
    ].join("\n\n"),
  };
}
