import { useTranslations } from "next-intl";
import type { PersonRow } from "@/lib/staff/people/types";

/** Can they sign in, and how. */
export function Access({ person }: { person: Pick<PersonRow, "isDisabled" | "hasSecondFactor"> }) {
  const t = useTranslations("staff.people");
  const list = useTranslations("common.list");
  if (person.isDisabled) return <span className="tag">{t("disabled")}</span>;
  return [t("active"), t(person.hasSecondFactor ? "withCode" : "withoutCode")].join(list("separator"));
}
