import { parseDay } from "@/lib/core/dates";
import type { CoordinatesFact, LegalFlagFact } from "./facts-schema/base";
import type { RecordPlan } from "./record-plan";

/** Columns of a point; all null where it is not stated. */
export function coordinateColumns(coordinates: CoordinatesFact | undefined) {
  return {
    lat: coordinates?.lat ?? null,
    lon: coordinates?.lon ?? null,
    coordinatePrecision: coordinates?.precision ?? null,
  };
}

/** Columns of the days of a visit or event. */
export function dayColumns({ start, end }: { start?: string; end?: string }) {
  return { startsOn: start ? parseDay(start) : null, endsOn: end ? parseDay(end) : null };
}

/** What a foreign investor must know, of a region or of a site. */
export function planLegalFlags(plan: RecordPlan, flags: LegalFlagFact[] = []): void {
  flags.forEach((fact, position) => {
    const part = plan.child("legal_flag");
    plan.rows.legalFlag.push({ id: part.partId, recordId: plan.id, flag: fact.flag, position, value: fact.value });
    plan.words(part, { note: fact.note, act: fact.act });
    plan.back(part, fact);
  });
}
