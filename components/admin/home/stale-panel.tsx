import { useTranslations } from "next-intl";
import { useRecordWords } from "@/components/admin/editor/words";
import { Task } from "@/components/admin/home/task";
import { Panel } from "@/components/admin/panel";
import { useDates } from "@/components/ui/use-dates";
import type { Locale } from "@/lib/i18n/locales";
import { shapes } from "@/lib/record/shapes";
import type { StaleFact, Todo } from "@/lib/record/todo/types";

/** Facts whose review date has passed, the oldest first. */
export function StalePanel({ stale, locale }: { stale: NonNullable<Todo["stale"]>; locale: Locale }) {
  const t = useTranslations("todo.stale");
  const dates = useDates();
  return (
    <Panel
      title={t("title")}
      id="stale"
      aside={stale.total > stale.rows.length && t("first", { count: stale.rows.length })}
    >
      {stale.total === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {stale.rows.map((fact, index) => {
          const date = dates.shortDay(fact.reviewBy);
          return (
            // several facts of one record may look alike
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            <Task key={`${fact.id} ${index}`} of={fact} locale={locale} action={t("open")}>
              <p>
                <FactName fact={fact} />
              </p>
              <p className="muted">
                {fact.publisher ? t("source", { publisher: fact.publisher, date }) : t("due", { date })}
              </p>
            </Task>
          );
        })}
      </ul>
    </Panel>
  );
}

/** What the fact is about, in the words of the editor. */
function FactName({ fact: { kind, part, field, label } }: { fact: StaleFact }) {
  const t = useTranslations("todo.stale");
  const words = useRecordWords();
  const shape = shapes[kind];
  if (part === kind)
    return field !== "all" && Object.hasOwn(shape.fields, field) ? words.field(kind, field) : t("whole");
  const [group, rows] = Object.entries(shape.rows).find(([, one]) => one.part === part) ?? [];
  if (!group || !rows) return t("whole");
  const named = label ? t("row", { group: words.group(group), label }) : words.group(group);
  return Object.hasOwn(rows.fields, field) ? `${named}, ${words.field(group, field)}` : named;
}
