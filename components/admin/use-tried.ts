import { useTranslations } from "next-intl";
import type { Tried } from "@/lib/form/types";

/** What a refused form had in its fields, and why each was refused. */
export function useTried(tried: Tried | null | undefined) {
  const t = useTranslations("form.refused");
  return {
    /** What was typed, or what is so where nothing was sent. */
    value: (name: string, otherwise?: string) => tried?.fields.findLast(([one]) => one === name)?.[1] ?? otherwise,
    error: (name: string) => {
      const code = tried?.result.fields?.[name];
      return code && t(code);
    },
  };
}
