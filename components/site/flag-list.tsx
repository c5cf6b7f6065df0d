import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import { type LegalFlagKey, type LegalFlagView, legalFlagKeys } from "@/lib/region/types";
import { askedFlags } from "@/lib/site/rules";

/** The one rule whose "yes" is good news; for all others "yes" asks for care. */
const goodWhenYes: readonly LegalFlagKey[] = ["foreign_ownership"];

/** Rules for foreigners. What every one of them must know is listed even if nobody looked it up: unknown, not absent. */
export function FlagList({ flags }: { flags: LegalFlagView[] }) {
  const t = useTranslations("site.flags");
  const keys = legalFlagKeys.filter((key) => askedFlags.includes(key) || flags.some(({ flag }) => flag === key));
  return (
    <Block id="flags" title={t("title")}>
      <ul>
        {keys.map((key) => (
          <Flag key={key} flagKey={key} flag={flags.find(({ flag }) => flag === key)} />
        ))}
      </ul>
    </Block>
  );
}

function Flag({ flagKey, flag }: { flagKey: LegalFlagKey; flag: LegalFlagView | undefined }) {
  const t = useTranslations("site.flags");
  const value = flag?.value ?? "unknown";
  const isGood = (value === "yes") === goodWhenYes.includes(flagKey);
  const look =
    value === "unknown"
      ? ({ tone: "q", icon: "unknown" } as const)
      : isGood
        ? ({ tone: "ok", icon: "yes" } as const)
        : ({ tone: "warn", icon: "info" } as const);
  return (
    <li className="flag" data-tone={look.tone}>
      <Icon name={look.icon} />
      <div>
        <b>{t(`${flagKey}.${value}`)}</b>
        {flag?.from === "region" && <span className="fb">{t("fromRegion")}</span>}
        {flag?.note && (
          <p className="xs muted">
            <Words value={flag.note} />
          </p>
        )}
        {flag?.act && (
          <p className="xs muted">
            <Words value={flag.act} />
          </p>
        )}
        {flag?.provenance ? <SourceChip provenance={flag.provenance} /> : <p className="xs muted">{t("notFound")}</p>}
      </div>
    </li>
  );
}
