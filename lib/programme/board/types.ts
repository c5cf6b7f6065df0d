import type { ProgrammeCheck } from "@/lib/programme/check/rules";
import type { VisitHead } from "@/lib/programme/staff-types";
import type { Programme, StopChange } from "@/lib/programme/types";
import type { FormBase } from "@/lib/record/draft/types";

/** The programme builder: what is in work, what is wrong with it, what changed since it was sent out. */
export type BoardView = {
  visit: VisitHead;
  programme: Programme;
  checks: ProgrammeCheck[];
  /** what buttons of the board are drawn from */
  base: FormBase;
  changes: StopChange[];
  /** newest first */
  versions: { number: number; note: string | null; publishedAt: string }[];
};
