import "server-only";
import type { db } from "@/lib/db/client";
import { askLink } from "@/lib/source/links/ask";
import { judge, type LinkAnswer } from "@/lib/source/links/rules";

type Client = ReturnType<typeof db>;

const mostAtOnce = 300;
const atTheSameTime = 4;

/**
 * Asks the addresses that have waited longest: a week for those that work, a day for the others. Without any line to the
 * world it learns nothing and writes nothing.
 *
 * @returns how many were asked, and how many are broken now
 */
export async function checkLinks(
  client: Client,
  at: Date,
  ask: (url: string) => Promise<LinkAnswer> = askLink,
): Promise<{ asked: number; broken: number }> {
  await client.$executeRaw`DELETE FROM link_check k WHERE NOT EXISTS (SELECT 1 FROM record_link l WHERE l.url = k.url)`;
  const due = await client.$queryRaw<{ url: string }[]>`
    SELECT l.url FROM (SELECT DISTINCT l.url FROM record_link l JOIN record r ON r.id = l.record_id
      WHERE r.state = 'published') l
    LEFT JOIN link_check k ON k.url = l.url
    WHERE k.url IS NULL OR k.checked_at < ${at}::timestamptz - CASE WHEN k.status = 'works' THEN interval '7 days' ELSE interval '20 hours' END
    ORDER BY k.checked_at NULLS FIRST, l.url LIMIT ${mostAtOnce}`;
  const answers = new Map<string, LinkAnswer>();
  // One at a time for each host, so that nobody is troubled.
  const byHost = new Map<string, string[]>();
  for (const { url } of due) byHost.set(hostOf(url), [...(byHost.get(hostOf(url)) ?? []), url]);
  const queues = [...byHost.values()];
  await Promise.all(
    Array.from({ length: atTheSameTime }, async () => {
      for (let queue = queues.pop(); queue; queue = queues.pop()) {
        for (const url of queue) answers.set(url, await ask(url));
      }
    }),
  );
  const hasLine = [...answers.values()].some(({ reason }) => /^\d+$/.test(reason));
  let broken = 0;
  if (!hasLine) return { asked: 0, broken };
  for (const [url, answer] of answers) {
    const known = await client.linkCheck.findUnique({ where: { url } });
    const row = { ...judge(known, answer, at), reason: answer.reason, checkedAt: at };
    await client.linkCheck.upsert({ where: { url }, create: { url, ...row }, update: row, select: { url: true } });
    if (row.status === "broken") broken++;
  }
  return { asked: answers.size, broken };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
