import type { RecordPermission } from "@/lib/auth/rules";
import { Locale } from "@/lib/db/generated/enums";
import type { PartName } from "@/lib/publishing/types";

/** Which right a part asks for. */
export function permissionFor(part: PartName, head: { sourceLocale: Locale }): RecordPermission {
  return part === "shared" || part === head.sourceLocale ? "edit" : "translate";
}

export function whereLocale(part: PartName): { locale: Locale | null } {
  return { locale: part === "shared" ? null : part };
}

export const allParts: readonly PartName[] = ["shared", ...Object.values(Locale)];
