import type { JsonObject } from "./json";
import type { KnownRecord, KnownRows } from "./known-rows";
import { type SourcePlan, sourceState } from "./load-source";
import type { RecordPlan } from "./record-plan";

/** What a run has to do, and what it leaves to staff. */
export type Work = {
  created: RecordPlan[];
  changed: { plan: RecordPlan; known: KnownRecord }[];
  createdSources: SourcePlan[];
  changedSources: SourcePlan[];
  unchangedCount: number;
  differences: Difference[];
};

/** A fact that changed while staff edited its rows, or that is gone from the files while its rows are public. */
export type Difference = {
  /** kind of the record, or "source" */
  subject: string;
  slug: string;
  recordId: string | null;
} & (
  | { reason: "edited"; document: JsonObject; seedHash: string }
  | { reason: "removed"; document: null; seedHash: null }
);

/** Compares the facts with what the database holds. Writes nothing. */
export function reconcile(plans: RecordPlan[], sources: SourcePlan[], known: KnownRows): Work {
  const work: Work = {
    created: [],
    changed: [],
    createdSources: [],
    changedSources: [],
    unchangedCount: 0,
    differences: [],
  };
  for (const plan of plans) sortRecord(work, plan, known.record(plan.kind, plan.slug));
  for (const plan of sources) sortSource(work, plan, known);
  work.differences.push(...removedRecords(plans, known), ...removedSources(sources, known));
  return work;
}

function sortRecord(work: Work, plan: RecordPlan, known: KnownRecord | undefined): void {
  if (!known) {
    work.created.push(plan);
  } else if (known.seedHash === plan.hash) {
    work.unchangedCount += 1;
  } else if (known.seedVersion === null || known.version > known.seedVersion) {
    const { kind: subject, slug, document, hash: seedHash } = plan;
    work.differences.push({ subject, slug, recordId: known.id, reason: "edited", document, seedHash });
  } else {
    work.changed.push({ plan, known });
  }
}

function sortSource(work: Work, plan: SourcePlan, known: KnownRows): void {
  const { code: slug } = plan.row;
  switch (sourceState(plan, known.sources.get(slug))) {
    case "new":
      work.createdSources.push(plan);
      break;
    case "changed":
      work.changedSources.push(plan);
      break;
    case "edited": {
      const { document, hash: seedHash } = plan;
      work.differences.push({ subject: "source", slug, recordId: null, reason: "edited", document, seedHash });
      break;
    }
    default:
      work.unchangedCount += 1;
  }
}

/** What staff have withdrawn already needs no task. */
function removedRecords(plans: RecordPlan[], known: KnownRows): Difference[] {
  const kept = new Set(plans.map((plan) => plan.id));
  return known
    .seeded()
    .filter((record) => record.state === "published" && !kept.has(record.id))
    .map(({ id, kind, slug }) => removed(kind, slug ?? id, id));
}

function removedSources(sources: SourcePlan[], known: KnownRows): Difference[] {
  const kept = new Set(sources.map(({ row }) => row.code));
  return [...known.sources.values()]
    .filter((source) => source.seedHash !== null && !kept.has(source.code))
    .map((source) => removed("source", source.code, null));
}

function removed(subject: string, slug: string, recordId: string | null): Difference {
  return { subject, slug, recordId, reason: "removed", document: null, seedHash: null };
}
