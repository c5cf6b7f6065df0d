import type { Locale } from "@/lib/i18n/locales";
import { loadMessages, type Messages } from "@/lib/i18n/messages";
import { type ImportField, importFields } from "@/lib/register/fields";
import { bareOptions } from "@/lib/register/options";
import { makeSay } from "@/lib/register/say";
import type { RegisterKind } from "@/lib/register/types";
import { labelOf, optionWords } from "@/lib/register/words";
import { type OutCell, toWorkbook } from "@/lib/spreadsheet/write";

/**
 * An empty list: the heads of the columns, a row that shows how to fill them and that imports leave out, and a second sheet
 * that explains each column and lists its allowed values.
 */
export async function makeTemplate(
  kind: RegisterKind,
  locale: Locale,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const messages = await loadMessages(locale);
  const say = makeSay(messages, locale);
  const fields = importFields[kind].filter(({ label }) => label.language === undefined);
  const heads = fields.map((field) => labelOf(messages, field));
  const name = say("import.template.name", { kind: say(`import.kind.${kind}`) });
  const help: OutCell[][] = fields.map((field, index) => [
    heads[index] ?? "",
    field.isRequired ? say("import.template.yes") : "",
    howTo(field, say),
    valuesOf(field, messages).join("; "),
  ]);
  const bytes = await toWorkbook([
    {
      name: say("import.template.sheet"),
      widths: heads.map((head) => Math.min(40, head.length + 4)),
      rows: [heads, fields.map((field) => exampleOf(field, messages, say))],
    },
    {
      name: say("import.template.help"),
      widths: [40, 14, 60, 90],
      rows: [(["field", "required", "how", "values"] as const).map((key) => say(`import.template.${key}`)), ...help],
    },
  ]);
  return { name, bytes: new Uint8Array(bytes) };
}

type Say = ReturnType<typeof makeSay>;

function howTo({ reading }: ImportField, say: Say): string {
  return say(`import.template.${reading.as}`, reading.as === "text" ? { max: reading.max } : {});
}

function valuesOf({ reading }: ImportField, messages: Messages): string[] {
  if (reading.as !== "option" && reading.as !== "options") return [];
  const words = optionWords(messages, reading.set);
  return bareOptions(reading.set).map((value) => words[value] ?? value);
}

/** Rows with this mark are left out, see `skippedAs`. */
function exampleOf(field: ImportField, messages: Messages, say: Say): OutCell {
  const { reading } = field;
  switch (reading.as) {
    case "number":
      return reading.dimension === "year" ? 2023 : 12.5;
    case "option":
    case "options":
      return valuesOf(field, messages)[0] ?? "";
    case "date":
      return "2027-Q3";
    case "degrees":
      return field.id === "lat" ? 61.0042 : 69.0019;
    case "pair":
      return "61.0042, 69.0019";
    case "code":
      return "example";
    default:
      return field.id === "name" || field.id === "site"
        ? say("import.template.example", { text: labelOf(messages, field) })
        : "";
  }
}
