import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { env, siteUrl } from "@/lib/core/env";
import { log } from "@/lib/core/log";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** page on which its reader ends mails of this kind; mail programs show it */
  unsubscribe?: string;
};

let transport: Transporter | undefined;

/** With SMTP_URL a message leaves; without it is made as a file that any mail program opens. */
function transporter(): Transporter {
  const { SMTP_URL } = env();
  transport ??= SMTP_URL
    ? createTransport(SMTP_URL, { disableFileAccess: true, disableUrlAccess: true })
    : createTransport({ streamTransport: true, buffer: true });
  return transport;
}

/**
 * Sends a message in the background: nobody waits for it, so the time that an answer takes does not tell whether one was
 * sent. What goes wrong is logged, without address and text.
 */
export function sendMail(mail: Mail): void {
  void deliver(mail).catch((error: unknown) => {
    log.error(
      { reason: error instanceof Error ? error.message.split("\n")[0]?.slice(0, 200) : "unknown" },
      "mail not sent",
    );
  });
}

/** @throws Error when the message could not be handed over */
export async function deliver({ to, subject, text, unsubscribe }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DATA_DIR } = env();
  const from = MAIL_FROM ?? `portal@${new URL(siteUrl()).hostname}`;
  const sent = await transporter().sendMail({
    from,
    to,
    subject,
    text,
    ...(unsubscribe ? { list: { unsubscribe } } : {}),
  });
  if (SMTP_URL) return log.info("mail sent");
  const folder = path.join(/* turbopackIgnore: true */ DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${randomUUID().slice(0, 8)}.eml`;
  await writeFile(path.join(/* turbopackIgnore: true */ folder, name), sent.message, { mode: 0o600 });
  log.info({ file: name }, "mail written to the outbox");
}
