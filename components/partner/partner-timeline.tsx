import { useTranslations } from "next-intl";
import { TimelineItem } from "@/components/partner/timeline-item";
import { byYear } from "@/lib/core/dates";
import type { PartnerView, TimelineEntry } from "@/lib/partner/types";

function keyOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case "visit":
      return entry.visit.slug;
    case "outcome":
      return entry.outcome.slug;
    case "event":
      return entry.event.slug;
    case "relation":
      return entry.kind;
  }
}

/** What happened between the two, one line from the newest to the oldest, under its years. */
export function PartnerTimeline({ partner }: { partner: PartnerView }) {
  const t = useTranslations("partner.timeline");
  if (partner.timeline.length === 0) return <p className="unk">{t("none")}</p>;
  return byYear(partner.timeline).map(({ year, rows }) => (
    <section key={year ?? "undated"} className="tl-year">
      <h3>{year ? t("year", { year }) : t("undated")}</h3>
      <ol className="tl">
        {rows.map((entry) => (
          <TimelineItem key={`${entry.kind}/${keyOf(entry)}`} entry={entry} partner={partner} />
        ))}
      </ol>
    </section>
  ));
}
