import { useTranslations } from "next-intl";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import type { ListRow } from "@/lib/record/list/types";

/** Name of a record in its source language, leading to its editor, with its address below. */
export function RecordLink({ row: { id, name, slug }, locale }: { row: ListRow; locale: Locale }) {
  const t = useTranslations("records");
  return (
    <>
      <a href={`/${locale}/admin/records/${id}`} lang={name && name.lang !== locale ? htmlLang[name.lang] : undefined}>
        {name?.text ?? t("unnamed")}
      </a>
      {slug && <span className="sub">{slug}</span>}
    </>
  );
}
