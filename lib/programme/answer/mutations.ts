import "server-only";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";

export type Answer = { score: number; useful: string | null; missing: string | null; locale: Locale };

/** Keeps what a guest says after the visit, once for each form that was drawn. Nothing tells who he is. */
export async function saveAnswer(
  formId: string,
  link: { recordId: string; linkId: string },
  answer: Answer,
  now: Date,
): Promise<void> {
  const { recordId, linkId: shareLinkId } = link;
  await db().visitAnswer.createMany({
    data: [{ id: formId, recordId, shareLinkId, ...answer, createdAt: now }],
    skipDuplicates: true,
  });
}
