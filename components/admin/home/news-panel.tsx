import { useTranslations } from "next-intl";
import { useAuditWords } from "@/components/admin/audit-words";
import { Task } from "@/components/admin/home/task";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import type { Locale } from "@/lib/i18n/locales";
import type { Todo } from "@/lib/record/todo/types";

/** What others did lately with records that this actor may see. */
export function NewsPanel({ news, locale, zone }: { news: Todo["news"]; locale: Locale; zone: string }) {
  const t = useTranslations("todo.news");
  const auditWords = useAuditWords();
  const moments = useMoments(zone);
  return (
    <Panel title={t("title")} id="news">
      {news.length === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {news.map((one) => (
          <Task key={`${one.id} ${one.at}`} of={one} locale={locale} aside={auditWords(one.action)}>
            <p className="muted">
              <Naming text={t("line", { who: one.who ?? t("system"), date: moments.dayAndTime(one.at) })} />
            </p>
          </Task>
        ))}
      </ul>
    </Panel>
  );
}
