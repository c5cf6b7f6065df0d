import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WideCover } from "@/components/media/cover";
import { MediaSections } from "@/components/media/media-blocks";
import { Ledger } from "@/components/outcome/ledger";
import { Contact } from "@/components/site/contact-card";
import { SourceList } from "@/components/source/source-list";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import { SubNav } from "@/components/ui/sub-nav";
import { AfterVisit } from "@/components/visit/after-visit";
import { ParticipantList } from "@/components/visit/participant-list";
import { Programme } from "@/components/visit/programme";
import { VisitHead } from "@/components/visit/visit-head";
import type { RecordMedia } from "@/lib/media/types";
import type { VisitView } from "@/lib/visit/types";

/**
 * A visit from its programme to what came of it.
 *
 * @param today  ISO day
 * @param map    of the route, drawn by the page
 */
export function VisitPage({
  visit,
  crumbs,
  today,
  media,
  map,
}: {
  visit: VisitView;
  crumbs: Crumb[];
  today: string;
  media: RecordMedia;
  map?: ReactNode;
}) {
  const t = useTranslations("visit");
  const contact = useTranslations("site.contact");
  return (
    <>
      <VisitHead visit={visit} crumbs={crumbs} today={today} />
      <SubNav
        entries={[
          { id: "programme", label: t("programme.title"), count: visit.items.length },
          { id: "people", label: t("people.title") },
          { id: "outcomes", label: t("outcomes.title"), count: visit.outcomes.length },
          { id: "after", label: t("after.title") },
          { id: "sources", label: t("sources.title"), count: visit.sources.length },
        ]}
      />
      <WideCover picture={media.cover} />
      <Programme visit={visit} map={map} />
      <ParticipantList visit={visit} />
      <Section id="outcomes" title={t("outcomes.title")} intro={t("outcomes.intro")}>
        <Ledger outcomes={visit.outcomes} tally={visit.tally} where="visit" />
      </Section>
      <MediaSections media={media} />
      <AfterVisit visit={visit} today={today} />
      <Section id="sources" title={t("sources.title")}>
        <SourceList sources={visit.sources} />
      </Section>
      {visit.contact && (
        <Section id="contact" title={contact("title")}>
          <Contact contact={visit.contact} />
        </Section>
      )}
    </>
  );
}
