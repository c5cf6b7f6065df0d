import { useTranslations } from "next-intl";
import { AgencyLinks } from "@/components/about/agency-links";
import { Paragraphs } from "@/components/about/paragraphs";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { RegionRef } from "@/lib/region/types";

const levels = [
  { level: "named", icon: "named" },
  { level: "sector", icon: "masked" },
  { level: "counted", icon: "people" },
] as const;

/** What is known of readers, and how people and companies are named. */
export function PersonalDataPage({ regions }: { regions: RegionRef[] }) {
  const t = useTranslations("about.privacy");
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      <Section id="readers" title={t("readers.title")}>
        <Paragraphs text={t("readers.text")} />
      </Section>
      <Section id="people" title={t("people.title")}>
        <Paragraphs text={t("people.text")} />
      </Section>
      <Section id="levels" title={t("levels.title")}>
        <dl className="levels">
          {levels.map(({ level, icon }) => (
            <div key={level}>
              <dt>
                <Icon name={icon} /> {t(`levels.${level}`)}
              </dt>
              <dd>{t(`levels.${level}Text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="correct" title={t("correct.title")}>
        <Paragraphs text={t("correct.text")} />
        <AgencyLinks regions={regions} />
      </Section>
    </>
  );
}
