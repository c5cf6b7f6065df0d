import "server-only";
import { getTranslations } from "next-intl/server";
import { type Locale, locales } from "@/lib/i18n/locales";

/** Names of the columns in one language, in their order. */
export async function bureauHeaders(locale: Locale): Promise<Record<BureauColumn, string>> {
  const t = await getTranslations({ locale, namespace: "bureau.column" });
  return {
    key: t("key"),
    record: t("record"),
    text: t("text"),
    source: t("source"),
    before: t("before"),
    present: t("present"),
    new: t("new"),
  };
}

export const bureauColumns = ["key", "record", "text", "source", "before", "present", "new"] as const;
export type BureauColumn = (typeof bureauColumns)[number];

/** Where the key and the new translation stand in a file, whatever language its head is in. */
export async function findBureauColumns(cells: readonly unknown[]): Promise<{ key: number; text: number } | null> {
  for (const locale of locales) {
    const headers = await bureauHeaders(locale);
    const at = (name: BureauColumn) => cells.findIndex((cell) => String(cell ?? "").trim() === headers[name]);
    const [key, text] = [at("key"), at("new")];
    if (key >= 0 && text >= 0) return { key, text };
  }
  return null;
}
