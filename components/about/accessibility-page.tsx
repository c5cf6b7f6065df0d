import { useTranslations } from "next-intl";
import { AgencyLinks } from "@/components/about/agency-links";
import { Paragraphs } from "@/components/about/paragraphs";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { RegionRef } from "@/lib/region/types";

const parts = ["done", "checked", "limits", "report"] as const;

/** What was done for readers with disabilities, how it was checked, what is missing, whom to tell. */
export function AccessibilityPage({ regions }: { regions: RegionRef[] }) {
  const t = useTranslations("about.accessibility");
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`${part}.title`)}>
          <Paragraphs text={t(`${part}.text`)} />
          {part === "report" && <AgencyLinks regions={regions} />}
        </Section>
      ))}
    </>
  );
}
