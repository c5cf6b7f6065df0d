import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";
import { createBatch, mapAndCheck } from "@/lib/register/batch/mutations";
import { readBatchView } from "@/lib/register/batch/staff-queries";
import type { BatchView } from "@/lib/register/batch/types";
import type { RegisterKind, Settings } from "@/lib/register/types";
import { bundle } from "@/scripts/setup/bundles.mjs";

/** The processes that read files and work on lists are bundles of their own. */
export const prepareReader = () => bundle(["reader", "register"]);

export type Taken = {
  actor: Actor;
  kind?: RegisterKind;
  regionId: string;
  locale?: Locale;
  settings?: Partial<Settings>;
  sourceId: string;
};

/** Takes a file in and compares it, with the columns as they were proposed. */
export async function takeIn(content: string | Uint8Array, taken: Taken, name = "register.csv"): Promise<BatchView> {
  const { actor, kind = "site", regionId, locale = "ru", sourceId } = taken;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "register-test-"));
  const file = path.join(folder, "file");
  fs.writeFileSync(file, content);
  const id = newId();
  try {
    await createBatch(actor, { id, file, fileName: name, kind, regionId, locale });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return compare(id, taken, sourceId);
}

export async function compare(
  id: string,
  { actor, locale = "ru", settings = {} }: Taken,
  sourceId: string,
): Promise<BatchView> {
  const before = await lookAt(actor, id);
  const said = {
    mapping: before.batch.mapping,
    locale,
    settings: {
      constants: { country: "Россия" },
      sourceId,
      asOf: "2026-11-01",
      reviewBy: "2027-11-01",
      isOpenRegister: false,
      ...settings,
    },
  };
  await mapAndCheck(actor, id, said, new Date("2026-11-22T09:00:00Z"));
  return lookAt(actor, id);
}

export async function lookAt(actor: Actor, id: string): Promise<BatchView> {
  const view = await readBatchView(actor, id, { verdict: null, page: 1, locale: "ru" });
  if (!view) throw new Error(`no batch ${id}`);
  return view;
}
