import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { Locale } from "@/lib/i18n/locales";

/** What a link that no longer works says, and the way on. */
export function OverNote({ locale, text, isReset = false }: { locale: Locale; text: string; isReset?: boolean }) {
  const t = useTranslations("staff.reset");
  return (
    <div className="pan entry-pan">
      <p>{text}</p>
      <p className="btns">
        {isReset && (
          <ButtonLink href={`/${locale}/admin/reset`} isPrimary>
            {t("again")}
          </ButtonLink>
        )}
        <ButtonLink href={`/${locale}/admin/sign-in`}>{t("toSignIn")}</ButtonLink>
      </p>
    </div>
  );
}
