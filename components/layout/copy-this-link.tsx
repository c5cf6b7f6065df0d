import { useTranslations } from "next-intl";

/** Where the button for copying the address appears once its script is there. */
export function CopyThisLink() {
  const t = useTranslations("layout.tools");
  return <copy-link data-label={t("copy")} data-done={t("copied")} />;
}
