import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import type { SourceView } from "@/lib/source/types";

/** The sources of a record, each with its own title in its own language. */
export function SourceList({ sources }: { sources: SourceView[] }) {
  const t = useTranslations("source");
  const dates = useDates();
  return (
    <DataTable
      caption={t("list.caption")}
      columns={[t("list.publisher"), t("list.title"), t("list.date")]}
      rows={sources.map(({ code, publisher, title, url, publishedOn }) => ({
        key: code,
        head: <Foreign text={publisher} />,
        cells: [
          url ? (
            <a key="title" href={url} rel="noopener noreferrer" lang={htmlLang[languageByScript(title)]}>
              {title}
            </a>
          ) : (
            <>
              <Foreign key="title" text={title} /> <span className="unk">{t("panel.noUrl")}</span>
            </>
          ),
          publishedOn ? (
            <span key="date" className="num">
              {dates.shortDay(publishedOn)}
            </span>
          ) : (
            <span key="date" className="unk">
              {t("panel.noAsOf")}
            </span>
          ),
        ],
      }))}
    />
  );
}
