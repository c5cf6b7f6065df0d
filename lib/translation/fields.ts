import type { Kind } from "@/lib/db/generated/enums";

/** A text of a row or record beside name and summary. `sheet` is its group in the editor. */
export type TextField = { kind: Kind; field: string; sheet: string; isRequired: boolean; maxLength: number };

type Line = readonly [kind: Kind, field: string, sheet: string, isRequired: boolean, maxLength: number];

/** The table `text_field` as code: which texts exist. Migrations fill the table; a test holds the two against each other. */
const lines: readonly Line[] = [
  ["region", "capital", "main", true, 120],
  ["site", "municipality", "main", true, 160],
  ["site", "address", "main", false, 300],
  ["site", "managingCompany", "main", false, 200],
  ["person", "position", "main", true, 300],
  ["visit", "continues", "main", false, 300],
  ["visit", "replyTo", "main", false, 300],
  ["outcome", "dueText", "main", false, 200],
  ["outcome", "nextStep", "main", false, 300],
  ["outcome", "partiesNote", "main", false, 300],
  ["event", "place", "main", true, 120],
  ["project", "output", "main", false, 300],
  ["tie", "holder", "main", true, 120],
  ["measure", "legalBasis", "main", false, 300],
  ["regime", "law", "main", true, 300],
  ["regime", "entryNote", "main", false, 600],
  ["crossing", "cnSide", "main", true, 160],
  ["crossing", "ruSide", "main", true, 160],
  ["media", "credit", "main", false, 200],
  ["strength", "title", "strengths", true, 120],
  ["strength", "text", "strengths", true, 600],
  ["indicator", "label", "indicators", true, 200],
  ["indicator", "note", "indicators", false, 300],
  ["contact", "name", "contacts", false, 200],
  ["contact", "address", "contacts", false, 300],
  ["lot", "name", "lots", false, 160],
  ["lot", "note", "lots", false, 400],
  ["utility", "note", "utilities", false, 400],
  ["transport", "name", "transport", true, 160],
  ["stage", "what", "stages", true, 300],
  ["service", "note", "services", false, 300],
  ["legal_flag", "note", "flags", false, 600],
  ["legal_flag", "act", "flags", false, 300],
  ["tax_rule", "rate", "taxes", true, 300],
  ["tax_rule", "ordinaryRate", "taxes", false, 200],
  ["tax_rule", "conditions", "taxes", false, 400],
  ["regime_limit", "text", "limits", true, 600],
  ["visit_place", "name", "places", true, 120],
  ["participant", "role", "people", false, 300],
  ["participant", "sectorNote", "people", false, 300],
  ["programme_item", "title", "programme", true, 200],
  ["programme_item", "place", "programme", false, 200],
  ["programme_item", "text", "programme", false, 1000],
  ["programme_item", "address", "programme", false, 300],
  ["programme_item", "workingNote", "programme", false, 1000],
  ["meeting", "topic", "meetings", false, 300],
  ["meeting", "result", "meetings", false, 600],
  ["outcome_step", "note", "history", false, 600],
];

export const textFields: readonly TextField[] = lines.map(([kind, field, sheet, isRequired, maxLength]) => ({
  kind,
  field,
  sheet,
  isRequired,
  maxLength,
}));

/** Texts of one kind of row or record, in the order of the form. */
export function textFieldsOf(kind: Kind): readonly TextField[] {
  return textFields.filter((one) => one.kind === kind);
}

export const longestName = 300;
export const longestSummary = 2_000;
