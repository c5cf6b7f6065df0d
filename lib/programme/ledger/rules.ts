import { isOpen } from "@/lib/outcome/rules";
import type { OutcomeStage } from "@/lib/outcome/types";
import type { Lack } from "@/lib/programme/ledger/types";
import { listAt, tidy } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";

/** What an open promise lacks: two owners, a next step and a date, unless both sides agreed that nothing follows. */
export function lacksOf(entry: {
  stage: OutcomeStage;
  hasOwner: { ru: boolean; cn: boolean };
  hasNextStep: boolean;
  hasDue: boolean;
  hasNoFollowUp: boolean;
}): Lack[] {
  if (!isOpen(entry.stage) || entry.hasNoFollowUp) return [];
  return [
    ...(entry.hasOwner.ru ? [] : ["owner_ru" as const]),
    ...(entry.hasOwner.cn ? [] : ["owner_cn" as const]),
    ...(entry.hasNextStep ? [] : ["next_step" as const]),
    ...(entry.hasDue ? [] : ["due" as const]),
  ];
}

/** The same of sheets in work; `words` are those of any language. */
export function lacksOfSheets(id: string, stage: OutcomeStage, shared: Sheet, words: readonly Sheet[]): Lack[] {
  const owner = (side: "ru" | "cn") =>
    ["personId", "organisationId", "post"].some((name) => shared[`rows.owners.${side}.${name}`]);
  return lacksOf({
    stage,
    hasOwner: { ru: owner("ru"), cn: owner("cn") },
    hasNextStep: words.some((sheet) => sheet[`texts.${id}.nextStep`]),
    hasDue: Boolean(shared["values.dueOn"]),
    hasNoFollowUp: shared["values.hasNoFollowUp"] === "yes",
  });
}

export type Step = {
  id: string;
  toStage: string;
  happenedOn: string;
  reason: string;
  /** as typed, or ids */
  sourceId: string;
  assetId: string;
};

/** Owners that name nobody go; those that name somebody stand in the list. A step stands last. */
export function withOwnersAndStep(sheet: Sheet, step: Step | null): Sheet {
  const next: Sheet = { ...sheet };
  const owners = (["ru", "cn"] as const).filter((side) =>
    ["personId", "organisationId", "post"].some((name) => next[`rows.owners.${side}.${name}`]),
  );
  for (const side of ["ru", "cn"] as const) next[`rows.owners.${side}.side`] = owners.includes(side) ? side : "";
  next["rows.owners"] = owners.join(" ");
  if (step && !listAt(next, "rows.steps").includes(step.id)) {
    const { id, ...values } = step;
    next["rows.steps"] = [...listAt(next, "rows.steps"), id].join(" ");
    for (const [name, value] of Object.entries(values)) next[`rows.steps.${id}.${name}`] = value;
  }
  return tidy(next);
}

/** Where a promise stands by the last of its steps, in force or not. */
export function stageIn(sheet: Sheet, known: OutcomeStage): OutcomeStage {
  const last = listAt(sheet, "rows.steps").at(-1);
  const stage = last ? sheet[`rows.steps.${last}.toStage`] : undefined;
  return (stage as OutcomeStage | undefined) ?? known;
}
