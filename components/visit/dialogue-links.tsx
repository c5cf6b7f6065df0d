import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { VisitRef, VisitView } from "@/lib/visit/types";

/** Which visits this one goes on from or answers, and those it led to that have no day on the line of what came of it. */
export function DialogueLinks({ visit }: { visit: VisitView }) {
  const t = useTranslations("visit.dialogue");
  const { continues, replyTo } = visit;
  const isOffLine = (one: VisitRef) => !visit.dates || !one.dates || one.dates.from <= visit.dates.to;
  const continuedBy = visit.continuedBy.filter(isOffLine);
  const replies = visit.replies.filter(isOffLine);
  if (!continues && !replyTo && continuedBy.length + replies.length === 0) return null;
  return (
    <dl className="kv dialogue">
      {continues && (
        <Tie label={t("continues")}>
          {"slug" in continues ? <VisitLink visit={continues} /> : <Words value={continues} />}
        </Tie>
      )}
      {replyTo && (
        <Tie label={t("replyTo")}>
          <VisitLink visit={replyTo} />
        </Tie>
      )}
      {replies.map((reply) => (
        <Tie key={reply.slug} label={t("replies")}>
          <VisitLink visit={reply} />
        </Tie>
      ))}
      {continuedBy.map((next) => (
        <Tie key={next.slug} label={t("continuedBy")}>
          <VisitLink visit={next} />
        </Tie>
      ))}
    </dl>
  );
}

function Tie({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function VisitLink({ visit }: { visit: VisitRef }) {
  const locale = usePageLocale();
  const dates = useDates();
  return (
    <>
      <a href={paths.visit(locale, visit.region.slug, visit.slug)}>
        <Words value={visit.name} />
      </a>
      {visit.dates && <span className="small muted"> {dates.long(visit.dates)}</span>}
    </>
  );
}
