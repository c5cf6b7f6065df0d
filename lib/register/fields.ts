import type { TransportMode, UtilityKind, UtilityUnit } from "@/lib/db/generated/enums";
import { type Locale, locales } from "@/lib/i18n/locales";
import { organisationShape } from "@/lib/organisation/shape";
import type { Field, Fields } from "@/lib/publishing/shape";
import type { Dimension } from "@/lib/register/cell/number";
import type { RegisterKind } from "@/lib/register/types";
import { siteShape } from "@/lib/site/shape";
import { longestName, longestSummary, textFieldsOf } from "@/lib/translation/fields";

/** How a cell of this field is read. */
export type Reading =
  | { as: "text"; max: number }
  | { as: "number"; dimension: Dimension; scale: number }
  | { as: "option" | "options"; set: string }
  | { as: "date" }
  | { as: "degrees" }
  | { as: "pair" }
  | { as: "link"; to: "site" | "place" | "regime" | "organisation" }
  | { as: "code" };

/** Where in a record it goes. */
export type Target =
  | { to: "slug" | "sectors" | "region" | "site" | "pair" }
  | { to: "value" | "row"; field: string }
  /** locale null: the language of the file */
  | { to: "text" | "rowText"; field: string; locale: Locale | null }
  | { to: "utility"; kind: UtilityKind; unit: UtilityUnit; field: "totalCapacity" | "freeCapacity" }
  | { to: "transport"; mode: TransportMode };

export type ImportField = {
  id: string;
  reading: Reading;
  target: Target;
  /** paths of the messages that its name is made of; the last may be a unit */
  label: { words: string[]; unit?: string; language?: Locale };
  /** must be known before a new record can be published */
  isRequired?: boolean;
};

/** What decimal fields measure. */
const dimensions: Record<string, Dimension> = {
  totalAreaHa: "areaHa",
  availableAreaHa: "areaHa",
  areaHa: "areaHa",
  premisesM2: "areaM2",
  availablePremisesM2: "areaM2",
  areaM2: "areaM2",
  reservedPercent: "percent",
  priceAmount: "money",
};

const required: Partial<Record<RegisterKind, readonly string[]>> = {
  site: ["name", "kind", "status", "country", "municipality"],
  lot: ["site", "code", "kind", "status"],
  resident: ["site", "name", "kind", "country"],
};

function readingOf(name: string, field: Field): Reading | null {
  switch (field.type) {
    case "text":
      return { as: "text", max: field.max };
    case "whole":
      return { as: "number", dimension: /Year$/.test(name) ? "year" : "plain", scale: 0 };
    case "decimal":
      if (field.isFloat) return { as: "degrees" };
      return { as: "number", dimension: dimensions[name] ?? "plain", scale: field.scale };
    case "choice":
      return { as: "option", set: field.set };
    case "day":
      return { as: "date" };
    case "link":
      return field.to === "site" || field.to === "place" || field.to === "regime" || field.to === "organisation"
        ? { as: "link", to: field.to }
        : null;
    default:
      return null;
  }
}

function valueFields(fields: Fields, to: "value" | "row", words: string): ImportField[] {
  return Object.entries(fields).flatMap(([name, field]): ImportField[] => {
    const reading = readingOf(name, field);
    if (!reading) return [];
    return [{ id: name, reading, target: { to, field: name }, label: { words: [`${words}.${name}`] } }];
  });
}

/** A text in the language of the file, and in each language that a column may name. */
function textFields(name: string, max: number, words: string, to: "text" | "rowText"): ImportField[] {
  return [null, ...locales].map((locale) => ({
    id: locale ? `${name}.${locale}` : name,
    reading: { as: "text", max },
    target: { to, field: name, locale },
    label: { words: [words], ...(locale ? { language: locale } : {}) },
  }));
}

const utilities = [
  { kind: "electricity", unit: "mw", dimension: "powerMw" },
  { kind: "gas", unit: "m3_per_hour", dimension: "gasM3PerHour" },
  { kind: "water", unit: "m3_per_day", dimension: "m3PerDay" },
  { kind: "sewage", unit: "m3_per_day", dimension: "m3PerDay" },
  { kind: "heat", unit: "gcal_per_hour", dimension: "heatGcalPerHour" },
] as const;
const modes = ["airport", "rail", "road"] as const;

function siteFields(): ImportField[] {
  return [
    ...textFields("name", longestName, "record.text.name", "text"),
    { id: "slug", reading: { as: "code" }, target: { to: "slug" }, label: { words: ["record.field.record.slug"] } },
    { id: "region", reading: { as: "code" }, target: { to: "region" }, label: { words: ["record.kind.region"] } },
    ...valueFields(siteShape.fields, "value", "record.field.site"),
    {
      id: "coordinates",
      reading: { as: "pair" },
      target: { to: "pair" },
      label: { words: ["import.field.coordinates"] },
    },
    {
      id: "sectors",
      reading: { as: "options", set: "Sector" },
      target: { to: "sectors" },
      label: { words: ["record.field.record.sectors"] },
    },
    ...utilities.flatMap(({ kind, unit, dimension }) =>
      (["totalCapacity", "freeCapacity"] as const).map(
        (field): ImportField => ({
          id: `${kind}.${field}`,
          reading: { as: "number", dimension, scale: 4 },
          target: { to: "utility", kind, unit, field },
          label: {
            words: [`site.utilities.kinds.${kind}`, `record.field.utilities.${field}`],
            unit: `record.option.UtilityUnit.${unit}`,
          },
        }),
      ),
    ),
    ...modes.map(
      (mode): ImportField => ({
        id: `${mode}.distanceKm`,
        reading: { as: "number", dimension: "distanceKm", scale: 2 },
        target: { to: "transport", mode },
        label: { words: [`site.transport.mode.${mode}`, "record.field.transport.distanceKm"] },
      }),
    ),
    ...textFields("summary", longestSummary, "record.text.summary", "text"),
    ...textFieldsOf("site").flatMap(({ field, maxLength }) =>
      textFields(field, maxLength, `record.text.site.${field}`, "text"),
    ),
  ];
}

const siteOfRow: ImportField = {
  id: "site",
  reading: { as: "link", to: "site" },
  target: { to: "site" },
  label: { words: ["record.kind.site"] },
};

function lotFields(): ImportField[] {
  return [
    siteOfRow,
    ...valueFields(siteShape.rows.lots?.fields ?? {}, "row", "record.field.lots"),
    ...textFieldsOf("lot").flatMap(({ field, maxLength }) =>
      textFields(field, maxLength, `record.text.lot.${field}`, "rowText"),
    ),
  ];
}

function residentFields(): ImportField[] {
  return [
    siteOfRow,
    ...textFields("name", longestName, "import.field.resident", "text"),
    ...valueFields(organisationShape.fields, "value", "record.field.organisation"),
    {
      id: "sectors",
      reading: { as: "options", set: "Sector" },
      target: { to: "sectors" },
      label: { words: ["record.field.record.sectors"] },
    },
    ...textFields("summary", longestSummary, "record.text.summary", "text"),
  ];
}

function marked(kind: RegisterKind, fields: ImportField[]): ImportField[] {
  return fields.map((field) => (required[kind]?.includes(field.id) ? { ...field, isRequired: true } : field));
}

/** Fields that a list of this kind can fill, in the order of templates and exports. */
export const importFields: Record<RegisterKind, readonly ImportField[]> = {
  site: marked("site", siteFields()),
  lot: marked("lot", lotFields()),
  resident: marked("resident", residentFields()),
};

export function fieldOf(kind: RegisterKind, id: string): ImportField | undefined {
  return importFields[kind].find((field) => field.id === id);
}
