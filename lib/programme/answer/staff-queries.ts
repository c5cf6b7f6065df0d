import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Answers } from "@/lib/programme/answer/types";
import type { RecordHead } from "@/lib/record/document/types";
import type { FormBase } from "@/lib/record/draft/types";

const mostLines = 300;

export async function readAnswers(actor: Actor, head: RecordHead): Promise<Answers | null> {
  if (!can(actor, "share", head)) return null;
  const [groups, rows] = await Promise.all([
    db().visitAnswer.groupBy({ by: ["score"], where: { recordId: head.id }, _count: true }),
    db().visitAnswer.findMany({
      where: { recordId: head.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: mostLines,
      select: {
        id: true,
        score: true,
        useful: true,
        missing: true,
        locale: true,
        createdAt: true,
        link: { select: { audience: true } },
      },
    }),
  ]);
  const counts = [1, 2, 3, 4, 5].map((score) => groups.find((group) => group.score === score)?._count ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const sum = counts.reduce((all, count, index) => all + count * (index + 1), 0);
  return {
    average: total > 0 ? sum / total : null,
    counts,
    total,
    lines: rows.map(({ locale, createdAt, link, ...row }) => ({
      ...row,
      lang: locale,
      audience: link?.audience ?? null,
      day: formatDay(createdAt),
    })),
  };
}

/** The draft of figures and links that a form on the page begins with. */
export async function readBase(head: RecordHead): Promise<FormBase> {
  const draft = await db().draft.findFirst({
    where: { recordId: head.id, locale: null },
    select: { id: true, edition: true },
  });
  return { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
}
