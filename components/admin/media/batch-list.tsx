import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import type { UploadView } from "@/lib/media/upload/types";

/** How each of the files went that were chosen together. */
export function BatchList({ uploads, locale }: { uploads: UploadView[]; locale: Locale }) {
  const t = useTranslations("media.upload");
  if (uploads.length === 0) return null;
  return (
    <Panel title={t("results")} id="results">
      <ul className="up-list" role="status">
        {uploads.map(({ id, fileName, state, reason, assetId }) => (
          <li key={id} data-bad={state === "refused" ? "" : undefined}>
            <Icon name={state === "refused" ? "cross" : "yes"} />
            <span>
              <b>{fileName}</b> {state === "refused" ? t(`refused.${reason ?? "broken"}`) : t(`state.${state}`)}{" "}
              {assetId && state !== "refused" && <a href={`/${locale}/admin/media/${assetId}`}>{t("open")}</a>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
