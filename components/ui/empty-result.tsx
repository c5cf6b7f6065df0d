import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** Nothing matches: says so and leads back to everything. */
export function EmptyResult({ clearHref }: { clearHref: string }) {
  const t = useTranslations("common.results");
  return (
    <div className="empty">
      <p>
        <b>{t("empty")}</b>
      </p>
      <p className="muted">{t("emptyHint")}</p>
      <ButtonLink href={clearHref} isPrimary>
        {t("all")}
      </ButtonLink>
    </div>
  );
}
