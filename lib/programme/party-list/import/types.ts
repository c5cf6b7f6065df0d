import type { RefusalCode } from "@/lib/form/types";
import type { NameInScripts } from "@/lib/programme/party-list/spelling";
import type { Known } from "@/lib/programme/party-list/types";
import type { PassData, PassField } from "@/lib/programme/passport/types";
import type { Cell } from "@/lib/spreadsheet/types";
import type { Texts } from "@/lib/translation/types";

/** What columns of a delegation's list may hold. Sex and telephone are understood and not kept. */
export const listFields = [
  "number",
  "name",
  "han",
  "cyrillic",
  "latin",
  "organisation",
  "position",
  "role",
  "sex",
  "phone",
  "documentNumber",
  "nameAsInDocument",
  "citizenship",
  "birthDate",
  "validTo",
] as const;
export type ListField = (typeof listFields)[number];

/** Why a row cannot be taken. */
export const rowProblems = ["no_name", "no_organisation", "too_long", "pass_wrong", "several", "twice"] as const;
export type RowProblem = (typeof rowProblems)[number];

export type RawList = { rows: { number: number; cells: Cell[] }[] };

/** One person of a list, as far as the row itself tells. */
export type ListRow = {
  number: number;
  name: NameInScripts;
  organisation: Texts;
  /** taken from the row above, as joined cells are */
  isSameOrganisation: boolean;
  position: Texts;
  role: Texts;
  pass: PassData | null;
  passRefused: Partial<Record<PassField, RefusalCode>>;
  problems: RowProblem[];
};

/** @property person known already; `isThere`: takes part in this visit already */
export type CheckedRow = ListRow & {
  person: Known | null;
  organisationId: string | null;
  isThere: boolean;
};

/** A list as its page shows it. Of passport data it tells only that they are there. */
export type ListView = {
  id: string;
  fileName: string;
  side: "cn" | "ru";
  columns: { header: string; field: ListField | null }[];
  rows: (Omit<CheckedRow, "pass"> & { hasPass: boolean })[];
  /** whether passport data of the list will be kept: the right to enter them is asked for apart */
  keepsPass: boolean;
};
