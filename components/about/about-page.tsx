import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Paragraphs } from "@/components/about/paragraphs";
import { LadderLegend } from "@/components/outcome/ladder";
import { FreshnessDot } from "@/components/source/freshness-dot";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";

const startCommand = "npm start";
const readme = "README.md";
const parts = ["what", "figures", "freshness", "consent", "ladder", "languages"] as const;

/** What the portal is and by which rules it shows things. */
export function AboutPage() {
  const t = useTranslations("about.portal");
  const signs: Partial<Record<(typeof parts)[number], ReactNode>> = {
    freshness: <FreshnessSigns />,
    ladder: <LadderLegend />,
  };
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`${part}.title`)}>
          <Paragraphs text={t(`${part}.text`)} />
          {signs[part]}
        </Section>
      ))}
      <Section id="host" title={t("host.title")}>
        <div className="prose prose-lines">
          <p>
            {t.rich("host.text", {
              start: startCommand,
              readme,
              code: (chunks) => <code>{chunks}</code>,
            })}
          </p>
        </div>
      </Section>
      <Section id="licence" title={t("licence.title")}>
        <Paragraphs text={t("licence.text")} />
      </Section>
    </>
  );
}

function FreshnessSigns() {
  return (
    <ul className="signs">
      {(["fresh", "ageing", "stale"] as const).map((freshness) => (
        <li key={freshness}>
          <FreshnessDot freshness={freshness} />
        </li>
      ))}
    </ul>
  );
}
