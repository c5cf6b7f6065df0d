import { useTranslations } from "next-intl";
import type { AuditAction } from "@/lib/audit/types";

/** What the log tells of an action: a predicate without its subject. */
export function useAuditWords(): (action: AuditAction) => string {
  const t = useTranslations("audit");
  return (action) => t(`action.${action.replaceAll(/[.-]/g, "_")}` as "action.draft_save");
}
