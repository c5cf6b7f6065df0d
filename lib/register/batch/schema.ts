import { isSpan } from "@/lib/core/dates";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import { readDate } from "@/lib/publishing/field-values";
import { fieldOf } from "@/lib/register/fields";
import type { BatchHead, Mapping, Settings } from "@/lib/register/types";

export type MappingSaid = { mapping: Mapping; settings: Settings; locale: Locale };
/** A source that the form describes in place of naming one. */
export type NewSource = { title: string; publisher: string; publishedOn: string };

type Read =
  | { said: MappingSaid; newSource: NewSource | null }
  | { refused: Record<string, RefusalCode>; said: MappingSaid };

const longestText = 500;

/** What a person said about the columns of a list and where its figures come from. */
export function readMappingForm(batch: BatchHead, fields: FormFields): Read {
  const refused: Record<string, RefusalCode> = {};
  const mapping: Mapping = {};
  const taken = new Set<string>();
  for (const column of batch.headers.keys()) {
    const id = fields.get(`column.${column}`);
    if (id === "" || !fieldOf(batch.kind, id)) continue;
    if (taken.has(id)) refused[`column.${column}`] = "taken";
    taken.add(id);
    mapping[String(column)] = id;
  }
  const constants = Object.fromEntries(
    fields.pairs.flatMap(([name, value]) => {
      const [, id = ""] = /^constant\.([A-Za-z.]+)$/.exec(name) ?? [];
      return id && value.trim() && fieldOf(batch.kind, id) ? [[id, value.trim().slice(0, longestText)]] : [];
    }),
  );
  const sourceId = fields.get("source");
  const title = fields.get("sourceTitle").slice(0, longestText);
  const publisher = fields.get("sourcePublisher").slice(0, 200);
  const publishedOn = fields.get("sourceDate");
  const isNewSource = sourceId === "new";
  if (sourceId === "") refused.source = "required";
  if (isNewSource && title === "") refused.sourceTitle = "required";
  if (isNewSource && publisher === "") refused.sourcePublisher = "required";
  if (isNewSource && publishedOn !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(publishedOn)) refused.sourceDate = "wrong";
  const asOf = dayIn(fields, "asOf", true, refused);
  const reviewBy = dayIn(fields, "reviewBy", false, refused);
  if (asOf && reviewBy && reviewBy < asOf) refused.reviewBy = "wrong";
  const settings: Settings = {
    constants,
    sourceId: /^[0-9a-f-]{36}$/.test(sourceId) ? sourceId : "",
    asOf,
    reviewBy,
    isOpenRegister: fields.get("isOpenRegister") === "yes",
  };
  const locale = locales.find((one) => one === fields.get("language")) ?? batch.locale;
  const said = { mapping, settings, locale };
  if (Object.keys(refused).length > 0) return { refused, said };
  return { said, newSource: isNewSource ? { title, publisher, publishedOn } : null };
}

function dayIn(fields: FormFields, name: string, isRequired: boolean, refused: Record<string, RefusalCode>): string {
  const text = readDate(fields.get(name));
  if (text === "" && !isRequired) return "";
  if (text === "") refused[name] = "required";
  else if (!isSpan(text)) refused[name] = "wrong";
  return refused[name] ? "" : text;
}
