import type { RecordHead } from "@/lib/record/document/types";
import type { PartialDate } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

/** What every page of a visit's workspace knows of it. */
export type VisitHead = RecordHead & {
  kind: "visit";
  /** as it is in work, in the reader's language or the next best; "" where it has none */
  name: string;
  may: { edit: boolean; share: boolean; passport: boolean; publish: boolean };
  /** number of the newest version that was sent out */
  sent: number | null;
};

/** A visit in the list of those that somebody runs. */
export type VisitLine = {
  id: string;
  state: "draft" | "published" | "withdrawn";
  name: Words | null;
  region: Words | null;
  direction: "inbound" | "outbound";
  /** null: none set, or none that can be read */
  dates: PartialDate | null;
  version: number | null;
  isDrafted: boolean;
  outcomes: number;
};

/** A visit at a glance. */
export type VisitSummary = {
  visit: VisitHead;
  hasDates: boolean;
  stops: number;
  members: number;
  /** was the programme changed since it was sent out? */
  isChanged: boolean;
  /** that work today */
  links: number;
  /** in force and begun */
  outcomes: number;
  /** address of its public page behind the locale */
  publicPath: string | null;
};
