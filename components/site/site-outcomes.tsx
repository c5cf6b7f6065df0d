import { useTranslations } from "next-intl";
import { Ledger } from "@/components/outcome/ledger";
import { Block } from "@/components/ui/block";
import type { OutcomeView } from "@/lib/outcome/types";

/** Promises tied to the site; stands only where there are any. */
export function SiteOutcomes({ outcomes }: { outcomes: OutcomeView[] }) {
  const t = useTranslations("site.outcomes");
  if (outcomes.length === 0) return null;
  return (
    <Block id="outcomes" title={t("title")}>
      <div className="ledger-narrow">
        <Ledger outcomes={outcomes} where="elsewhere" />
      </div>
    </Block>
  );
}
