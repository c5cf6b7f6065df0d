import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { currentPreview } from "@/lib/core/preview-state";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { allParts } from "@/lib/record/draft/rules";
import { publish } from "@/lib/record/publication/mutations";

/** How long a link shows the drafts of a record; days. */
const previewDays = 14;

/** A link to the drafts of a record for somebody without an account. The token is known to the link alone. */
export async function createPreview(tx: Tx, actor: Actor, head: RecordHead, now: Date): Promise<string> {
  const token = randomBytes(32).toString("hex");
  await tx.previewLink.create({
    data: {
      id: newId(),
      recordId: head.id,
      tokenHash: hashOf(token),
      expiresAt: new Date(now.getTime() + previewDays * 24 * 3600 * 1000),
      authorId: actor.id,
      createdAt: now,
    },
    select: { id: true },
  });
  await writeAudit(tx, actor, { action: "preview.create", record: head });
  return token;
}

/** All links to the drafts of a record stop working. */
export async function withdrawPreviews(tx: Tx, actor: Actor, head: RecordHead, now: Date): Promise<number> {
  const { count } = await tx.previewLink.updateMany({
    where: { recordId: head.id, withdrawnAt: null, expiresAt: { gt: now } },
    data: { withdrawnAt: now },
  });
  if (count > 0) await writeAudit(tx, actor, { action: "preview.withdraw", record: head });
  return count;
}

export type OpenedPreview =
  | { status: "shown"; kind: RecordHead["kind"]; slug: string; region: string | null; expiresAt: string }
  /** drafts that cannot be put in force cannot be shown either */
  | { status: "unready"; expiresAt: string };

class Rollback extends Error {}

/**
 * Puts all drafts of the link's record in force inside a transaction that nobody else sees and that is rolled back when the
 * page is drawn. From here on the whole request reads through it.
 *
 * @returns null for tokens that nobody made, that are over or were withdrawn: they look alike
 */
export async function openPreview(token: string, now: Date): Promise<OpenedPreview | null> {
  const preview = currentPreview();
  if (!preview || !/^[0-9a-f]{64}$/.test(token)) return null;
  const link = await database().client.previewLink.findFirst({
    where: { tokenHash: hashOf(token), withdrawnAt: null, expiresAt: { gt: now } },
    select: { recordId: true, expiresAt: true, author: { select: { id: true, name: true } } },
  });
  if (!link) return null;
  const expiresAt = link.expiresAt.toISOString();
  return new Promise((resolve, reject) => {
    database()
      .client.$transaction(
        async (tx) => {
          const opened = await applyDrafts(tx, link, now);
          if (opened) preview.client = tx;
          resolve(opened ? { ...opened, status: "shown", expiresAt } : { status: "unready", expiresAt });
          await preview.ended;
          throw new Rollback();
        },
        { timeout: 20_000, maxWait: 5_000 },
      )
      .catch((error: unknown) => (error instanceof Rollback ? undefined : reject(error)));
  });
}

async function applyDrafts(tx: Tx, link: { recordId: string; author: { id: string; name: string } }, now: Date) {
  const before = await readHead(tx, link.recordId);
  if (!before) return null;
  const result = await publish(tx, { ...link.author, ipAddress: null }, before, allParts, { now });
  if (result.status === "issues") return null;
  await tx.record.updateMany({ where: { id: link.recordId, state: "withdrawn" }, data: { state: "published" } });
  const head = await tx.record.findUniqueOrThrow({
    where: { id: link.recordId },
    select: { slug: true, region: { select: { record: { select: { slug: true } } } } },
  });
  return { kind: before.kind, slug: head.slug ?? "", region: head.region?.record.slug ?? null };
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
