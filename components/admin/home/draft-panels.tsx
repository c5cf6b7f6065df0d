import { useTranslations } from "next-intl";
import { Task } from "@/components/admin/home/task";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { useCells } from "@/components/admin/records/use-cells";
import type { Locale } from "@/lib/i18n/locales";
import type { PartName } from "@/lib/publishing/types";
import type { Todo } from "@/lib/record/todo/types";

/** Drafts that wait for a decision of this actor. */
export function WaitingPanel({
  waiting,
  locale,
  zone,
}: {
  waiting: NonNullable<Todo["waiting"]>;
  locale: Locale;
  zone: string;
}) {
  const t = useTranslations("todo");
  const moments = useMoments(zone);
  return (
    <Panel title={t("waiting.title")} id="waiting">
      {waiting.total === 0 && <p className="muted">{t("waiting.none")}</p>}
      <ul>
        {waiting.rows.map((row) => (
          <Task key={row.id} of={row} locale={locale} action={t("waiting.open")}>
            <p>
              <Parts parts={row.parts} />
            </p>
            <p className="muted">
              <Naming text={t("waiting.by", { authors: row.authors.join(", "), since: moments.day(row.since) })} />
            </p>
          </Task>
        ))}
      </ul>
    </Panel>
  );
}

/** What this actor began and has not sent, or got back. */
export function OwnPanel({ own, locale, zone }: { own: Todo["own"]; locale: Locale; zone: string }) {
  const t = useTranslations("todo");
  const cells = useCells(locale);
  const moments = useMoments(zone);
  return (
    <Panel
      title={t("own.title")}
      id="own"
      aside={own.total > own.rows.length && <a href={`/${locale}/admin/records?mine=yes`}>{t("all")}</a>}
    >
      {own.total === 0 && <p className="muted">{t("own.none")}</p>}
      <ul>
        {own.rows.map((row) => (
          <Task
            key={row.id}
            of={row}
            locale={locale}
            action={t("own.open")}
            aside={row.isReturned && cells.draft("returned")}
          >
            <p className="muted">
              <Parts parts={row.parts} /> · {t("own.changed", { date: moments.day(row.changedAt) })}
            </p>
            {row.isReturned && row.comment && (
              <p>
                <Naming text={t("own.comment", { text: row.comment })} />
              </p>
            )}
          </Task>
        ))}
      </ul>
    </Panel>
  );
}

function Parts({ parts }: { parts: PartName[] }) {
  const t = useTranslations("records.part");
  const list = useTranslations("common.list");
  return parts.map((part) => t(part)).join(list("separator"));
}
