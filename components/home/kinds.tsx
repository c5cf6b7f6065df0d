import { useTranslations } from "next-intl";
import { KindSign } from "@/components/site/kind-sign";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { type KindGroup, kindGroups } from "@/lib/site/rules";

/** The catalogue by kind of place; one sign stands for a kind all over the portal. */
export function HomeKinds({ kinds }: { kinds: { kind: KindGroup; count: number }[] }) {
  const t = useTranslations("home.kinds");
  const locale = usePageLocale();
  return (
    <Section id="kinds" title={t("title")} intro={t("intro")}>
      <div className="kinds">
        {kinds
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <a key={kind} href={paths.sites(locale, { kind })}>
              <KindSign kind={kindGroups[kind][0]} country="ru" />
              <span>
                <b>{t(`${kind}.name`)}</b> <span className="num">{count}</span>
                <small>{t(`${kind}.text`)}</small>
              </span>
            </a>
          ))}
      </div>
    </Section>
  );
}
