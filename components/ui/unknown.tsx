import { useTranslations } from "next-intl";

/** Says that nothing is known, and in which way: as visible as a value, never a zero. */
export function Unknown({ what = "notPublished" }: { what?: "notPublished" | "notStated" | "noDate" | "notAssigned" }) {
  const t = useTranslations("common.unknown");
  return <span className="unk">{t(what)}</span>;
}
