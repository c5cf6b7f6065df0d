import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { toQueueQuery } from "@/lib/record/queue/schema";
import { type LanguageCount, type QueueFilter, queueStatuses } from "@/lib/record/queue/types";

/** Languages and states of the queue as links, each with its number. */
export function QueueFilterLinks({
  filter,
  languages,
  locale,
}: {
  filter: QueueFilter;
  languages: LanguageCount[];
  locale: Locale;
}) {
  const t = useTranslations("records");
  const path = `/${locale}/admin/translations`;
  const chosen = languages.find((one) => one.locale === filter.locale);
  return (
    <div className="tabs">
      <nav aria-label={t("queue.languages")}>
        {languages.map((one) => (
          <a
            key={one.locale}
            href={path + toQueueQuery({ locale: one.locale })}
            aria-current={one.locale === filter.locale ? "page" : undefined}
          >
            {t(`language.${one.locale}`)} <b>{one.behind}</b>
          </a>
        ))}
      </nav>
      <nav aria-label={t("queue.statuses")}>
        <a
          href={path + toQueueQuery({ locale: filter.locale })}
          aria-current={filter.status === null ? "page" : undefined}
        >
          {t("queue.behind")} <b>{chosen?.behind ?? 0}</b>
        </a>
        {queueStatuses.map((status) => (
          <a
            key={status}
            href={path + toQueueQuery({ locale: filter.locale, status })}
            aria-current={filter.status === status ? "page" : undefined}
          >
            {t(`text.${status}`)} <b>{chosen?.[status] ?? 0}</b>
          </a>
        ))}
      </nav>
    </div>
  );
}
