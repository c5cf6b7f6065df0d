import { useTranslations } from "next-intl";
import { Task } from "@/components/admin/home/task";
import { Panel } from "@/components/admin/panel";
import { useCells } from "@/components/admin/records/use-cells";
import type { Locale } from "@/lib/i18n/locales";
import { toQueueQuery } from "@/lib/record/queue/schema";
import type { Todo } from "@/lib/record/todo/types";

/** How far the translations are, by language, and those that have waited longest. */
export function BehindPanel({
  behind: { languages, rows },
  locale,
}: {
  behind: NonNullable<Todo["behind"]>;
  locale: Locale;
}) {
  const t = useTranslations("todo.behind");
  const records = useTranslations("records.language");
  const cells = useCells(locale);
  const path = `/${locale}/admin/translations`;
  return (
    <Panel title={t("title")} id="behind" aside={<a href={path}>{t("queue")}</a>}>
      <ul className="meters">
        {languages
          .filter(({ total }) => total > 0)
          .map(({ locale: language, total, behind }) => (
            <li key={language}>
              <b>{records(language)}</b>
              <progress
                max={total}
                value={total - behind}
                aria-label={`${records(language)}: ${t("of", { done: total - behind, total })}`}
              />
              <a href={path + toQueueQuery({ locale: language })}>{t("count", { count: behind })}</a>
            </li>
          ))}
      </ul>
      {rows.length === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {rows.map(({ locale: language, cell, ...row }) => (
          <Task
            key={`${row.id} ${language}`}
            of={row}
            locale={locale}
            aside={
              <>
                <span className="muted">{records(language)}</span> {cells.language(cell)}
              </>
            }
          />
        ))}
      </ul>
    </Panel>
  );
}
