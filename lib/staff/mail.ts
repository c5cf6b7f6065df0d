import "server-only";
import { getTranslations } from "next-intl/server";
import { siteUrl } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { sendMail } from "@/lib/core/mail";
import type { Locale } from "@/lib/i18n/locales";

type SecretMail = { email: string; locale: Locale; token: string };

/** The link for a new password. Nobody waits for it. */
export function sendResetMail({ email, locale, token }: SecretMail): void {
  void write({ email, locale, kind: "reset", link: resetLink(locale, token) });
}

export function sendInvitationMail({ email, locale, token }: SecretMail): void {
  void write({ email, locale, kind: "invitation", link: invitationLink(locale, token) });
}

export function invitationLink(locale: Locale, token: string): string {
  return `${siteUrl()}/${locale}/admin/invitation/${token}`;
}

function resetLink(locale: Locale, token: string): string {
  return `${siteUrl()}/${locale}/admin/reset/${token}`;
}

type Letter = { email: string; locale: Locale; kind: "reset" | "invitation"; link: string };

async function write({ email, locale, kind, link }: Letter): Promise<void> {
  try {
    const t = await getTranslations({ locale, namespace: "staff.mail" });
    sendMail({ to: email, subject: t(`${kind}.subject`), text: t(`${kind}.text`, { link }) });
  } catch (error) {
    log.error({ err: error }, "mail not written");
  }
}
