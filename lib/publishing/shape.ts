import type { RecordKind } from "@/lib/auth/rules";
import { ContactKind, type Kind, LegalFlagKey, Locale, MediaRole, Tax, ThreeValued } from "@/lib/db/generated/enums";

/**
 * What can be entered in one place of a form. In a document every value is a text as it was typed or printed; "" is "not
 * stated". `field-values.ts` turns texts into columns and back.
 */
export type Field =
  | { type: "text"; max: number; format?: "url" | "email" | "phone" | "zone" | "code"; required?: true }
  | { type: "whole"; min: number; max: number; required?: true }
  /** any number of digits before the point, `scale` after it */
  | { type: "decimal"; scale: number; min: number; max: number; required?: true; isFloat?: true }
  | { type: "choice"; set: string; options: readonly string[]; required?: true }
  | { type: "choices"; set: string; options: readonly string[] }
  | { type: "flag" }
  /** A day as far as known. Without a column for its precision it is a whole day. */
  | { type: "day"; edge: "first" | "last"; precision?: string; required?: true }
  /** Two days with one precision: columns for the first, the last and the precision. */
  | { type: "span"; from: string; to: string; precision: string; required?: true }
  /** A moment, typed in the zone that the named column of the same row holds. */
  | { type: "instant"; zone: string }
  /** Id of another record, or of a source. */
  | { type: "link"; to: RecordKind | "source" | RowLink; required?: true };

/** Rows that other rows of the same record may point to, and the groups in which they stand. */
export const linkedGroups = { programme_item: "items", participant: "participants" } as const;
export type RowLink = keyof typeof linkedGroups;

export function isRowLink(to: string): to is RowLink {
  return Object.hasOwn(linkedGroups, to);
}

export type Fields = Record<string, Field>;

/** Tables whose rows stand inside a record, as the client names them. */
export type RowTable =
  | "strength"
  | "indicator"
  | "contact"
  | "legalFlag"
  | "taxRule"
  | "regimeLimit"
  | "lot"
  | "siteUtility"
  | "transportLink"
  | "siteStage"
  | "siteService"
  | "residency"
  | "visitPlace"
  | "participant"
  | "programmeItem"
  | "meeting"
  | "visitEvent"
  | "outcomeParty"
  | "outcomeOwner"
  | "outcomeStep"
  | "opportunitySite"
  | "consent"
  | "mediaUse";

export type RowsShape = {
  table: RowTable;
  /** column that names the record */
  owner: string;
  /** kind of the rows' parts; null: rows that hold neither words nor figures of their own */
  part: Kind | null;
  /** column that tells rows of one record apart where they have no id */
  key?: string;
  /** has a column `position` */
  isOrdered: boolean;
  /** rows are added, never changed or taken away */
  isAppendOnly?: true;
  fields: Fields;
};

/** All that can be entered about one kind of record, words aside. */
export type Shape = {
  kind: RecordKind;
  table:
    | "region"
    | "site"
    | "organisation"
    | "person"
    | "visit"
    | "outcome"
    | "event"
    | "project"
    | "place"
    | "tie"
    | "measure"
    | "regime"
    | "crossing"
    | "opportunity"
    | "mediaAsset";
  hasSectors: boolean;
  /** the row comes from elsewhere (an upload): here it is only changed */
  isMadeElsewhere?: true;
  /** values of columns that may not be empty where nothing was entered */
  defaults?: Record<string, string>;
  fields: Fields;
  rows: Record<string, RowsShape>;
};

/** Figures: what a source must stand behind. */
export function isFigure(field: Field): boolean {
  return field.type === "decimal" || field.type === "whole";
}

/** Options and the name under which their words stand in the messages. */
function optionsOf(set: Record<string, Record<string, string>>): { set: string; options: readonly string[] } {
  const [[name, values] = ["", {}]] = Object.entries(set);
  return { set: name, options: Object.values(values) };
}

/** Short forms in which the shapes of the domains are written. */
export const field = {
  text: (
    max: number,
    options: { format?: "url" | "email" | "phone" | "zone" | "code"; required?: true } = {},
  ): Field => ({
    type: "text",
    max,
    ...options,
  }),
  website: (): Field => ({ type: "text", max: 500, format: "url" }),
  phone: (): Field => ({ type: "text", max: 60, format: "phone" }),
  whole: (min: number, max: number): Field => ({ type: "whole", min, max }),
  decimal: (scale: number, max: number, min = 0): Field => ({ type: "decimal", scale, min, max }),
  /** degrees, kept as floating-point numbers */
  degrees: (max: 90 | 180): Field => ({ type: "decimal", scale: 8, min: -max, max, isFloat: true }),
  /** the set is given by its name: `choice({ Currency })` */
  choice: (set: Record<string, Record<string, string>>): Field => ({ type: "choice", ...optionsOf(set) }),
  /** one that must be chosen */
  pick: (set: Record<string, Record<string, string>>): Field => ({ type: "choice", ...optionsOf(set), required: true }),
  /** any of a set */
  choices: (set: Record<string, Record<string, string>>): Field => ({ type: "choices", ...optionsOf(set) }),
  flag: (): Field => ({ type: "flag" }),
  year: (): Field => ({ type: "whole", min: 1200, max: 2200 }),
  link: (to: Extract<Field, { type: "link" }>["to"]): Field => ({ type: "link", to }),
  /** one that must be named */
  must: (to: Extract<Field, { type: "link" }>["to"]): Field => ({ type: "link", to, required: true }),
  begins: (precision?: string): Field => ({ type: "day", edge: "first", ...(precision ? { precision } : {}) }),
  ends: (precision?: string): Field => ({ type: "day", edge: "last", ...(precision ? { precision } : {}) }),
};

/** Rows that region, site and others have in common. */
export const commonRows = {
  media: {
    table: "mediaUse",
    owner: "recordId",
    part: null,
    isOrdered: true,
    fields: { assetId: field.must("media"), role: field.pick({ MediaRole }) },
  },
  contacts: {
    table: "contact",
    owner: "recordId",
    part: "contact",
    isOrdered: true,
    fields: {
      kind: field.pick({ ContactKind }),
      personId: field.link("person"),
      url: field.website(),
      portalUrl: field.website(),
      phone: field.phone(),
      email: field.text(200, { format: "email" }),
      wechatId: field.text(60),
      languages: field.choices({ Locale }),
    },
  },
  legalFlags: {
    table: "legalFlag",
    owner: "recordId",
    part: "legal_flag",
    isOrdered: true,
    fields: { flag: field.pick({ LegalFlagKey }), value: field.pick({ ThreeValued }) },
  },
  taxRules: {
    table: "taxRule",
    owner: "recordId",
    part: "tax_rule",
    isOrdered: true,
    fields: {
      tax: field.pick({ Tax }),
      ratePercent: field.decimal(4, 100),
      isCeiling: field.flag(),
      years: field.whole(1, 99),
      validFrom: field.begins(),
      validTo: field.ends(),
    },
  },
} as const satisfies Record<string, RowsShape>;
