import { useTranslations } from "next-intl";
import { SelectInput } from "@/components/admin/field";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";

type Region = { id: string; name: string };

/** What the picker offers first; what a file really is, is looked at when it has come. */
const accepted = ".jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf";

/**
 * Adds files to the library, or replaces the file of one asset. A plain form; with scripts each file goes in pieces, with its
 * own progress, and on after the line was lost.
 *
 * @param regions where files may go
 * @param assetId whose file is replaced
 */
export function UploadForm({
  locale,
  regions = [],
  assetId,
}: {
  locale: Locale;
  regions?: Region[];
  assetId?: string;
}) {
  const t = useTranslations("media.upload");
  const isOne = assetId !== undefined;
  const back = isOne ? `/admin/media/${assetId}` : "/admin/media";
  return (
    <file-upload
      data-uploads={`/${locale}/admin/media/uploads`}
      data-progress={t("progress", { name: "{name}", percent: "{percent}" })}
      data-wait={t("waitLine")}
      data-queued={t("queued")}
      data-again={t("again")}
      data-failed={t("failed")}
      data-open={t("open")}
    >
      <form
        className="form up-form"
        method="post"
        encType="multipart/form-data"
        action={`/${locale}/admin/media/upload`}
      >
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="batch" value={newId()} />
        {isOne && <input type="hidden" name="asset" value={assetId} />}
        {!isOne &&
          (regions.length === 1 ? (
            <input type="hidden" name="region" value={regions[0]?.id} />
          ) : (
            <SelectInput
              name="region"
              label={t("region")}
              choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ))}
        <div className="field up-zone">
          <label htmlFor="up-files">{isOne ? t("chooseOne") : t("choose")}</label>
          <p className="up-drop" hidden>
            {t("drop")}
          </p>
          <input
            id="up-files"
            className="in up-in"
            type="file"
            name="files"
            multiple={!isOne}
            required
            accept={accepted}
            aria-describedby="up-help"
          />
        </div>
        <div id="up-help" className="hint">
          <p>{t("limits")}</p>
          <p className="up-plain">{t("plainLimit")}</p>
          <p className="up-resume" hidden>
            {t("resume")}
          </p>
        </div>
        <p>
          <button type="submit" className="btn btn-primary">
            {isOne ? t("replace") : t("send")}
          </button>
        </p>
      </form>
      <ul className="up-list" />
      <p className="up-next" hidden>
        <a href={`/${locale}${back}`}>{isOne ? t("nextOne") : t("next")}</a>
      </p>
    </file-upload>
  );
}
