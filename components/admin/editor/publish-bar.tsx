import { useTranslations } from "next-intl";
import { publicPath } from "@/components/admin/editor/public-path";
import { languageOrder } from "@/components/admin/editor/tri-text";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import type { EditorView } from "@/lib/record/editor/types";

/** What is public, in which language, and the button that everybody looks for. */
export function PublishBar({ view, locale }: { view: EditorView; locale: Locale }) {
  const t = useTranslations("editor");
  const page = view.state === "published" ? publicPath(view, locale) : null;
  return (
    <div className="pubbar">
      {languageOrder(view.sourceLocale).map((one) => {
        const { state, draft } = view.parts[one];
        const isPublic = view.state === "published" && state === "published";
        const behind = Object.values(view.textStatus[one]).filter((status) => status === "outdated").length;
        const sign = isPublic ? (behind > 0 ? "old" : "ok") : "no";
        return (
          <span key={one} className="langst">
            <span className={`ts ts-${sign}`} aria-hidden="true" />
            <b>{t(`language.${one}`)}</b>{" "}
            {t(
              isPublic
                ? behind > 0
                  ? "bar.behind"
                  : "bar.public"
                : `bar.${state === "withdrawn" ? "withdrawn" : "notPublic"}`,
            )}
            {draft && (
              <span className="bar-draft">
                {t(draft.origin === "machine" ? "status.machine" : `draftState.${draft.state}`)}
              </span>
            )}
          </span>
        );
      })}
      <span className="sp" aria-live="polite">
        <auto-save
          data-form="editor"
          data-saving={t("bar.saving")}
          data-saved={t("bar.saved", { time: "{time}" })}
          data-failed={t("bar.offline")}
        />
      </span>
      {page && (
        <a className="btn" href={page}>
          <Icon name="named" />
          {t("bar.view")}
        </a>
      )}
      <button className="btn btn-primary" type="submit" name="intent" value="save" form="editor">
        {t("bar.save")}
      </button>
    </div>
  );
}
