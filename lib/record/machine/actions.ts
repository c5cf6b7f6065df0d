import "server-only";
import type { Actor } from "@/lib/auth/types";
import type { FormInput, Result } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import { done, editorPath, onRecord, refuse } from "@/lib/record/locked/mutations";
import { saveMachineTexts } from "@/lib/record/machine/mutations";
import { readMachineTask } from "@/lib/record/machine/staff-queries";
import { machineTranslator } from "@/lib/translation/machine/provider";
import { thatFit } from "@/lib/translation/machine/rules";
import { termPairs } from "@/lib/translation/terms";

/**
 * A machine draft of what a language of a record lacks. The machine is asked while a person waits, for as much as it can
 * answer in that time, and outside any transaction; what it says is kept as a draft that only a person can let go out.
 */
export async function machineDraft(actor: Actor, input: FormInput, to: Locale): Promise<Result> {
  const recordId = input.fields.get("record");
  const path = editorPath(recordId);
  const translator = machineTranslator();
  const task = translator && (await readMachineTask(actor, recordId, to));
  if (!translator || !task) return refuse(path, "not_there").result;
  const texts = thatFit(task.texts);
  if (texts.length === 0) return done(path, "unchanged").result;
  const sources = texts.map(({ source }) => source);
  const terms = termPairs(sources, task.from, to);
  const answer = await translator.translate({ texts: sources, from: task.from, to, terms });
  if (answer.status !== "done") {
    return refuse(path, answer.status === "away" ? "machine_away" : "machine_wrong").result;
  }
  const usable = texts.flatMap(({ path: at, before }, index) => {
    const text = answer.texts[index];
    return text ? [{ path: at, before, text }] : [];
  });
  return onRecord(actor, input, "translate", async (tx, head) => {
    const count = await saveMachineTexts(tx, actor, head, to, { texts: usable, name: translator.name });
    if (count === 0) return refuse(path, "machine_wrong");
    return done(path, count < task.texts.length ? "machine_partly" : "machine_made");
  });
}
