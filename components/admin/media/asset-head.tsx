import { useTranslations } from "next-intl";
import { UploadForm } from "@/components/admin/media/upload-form";
import { Panel } from "@/components/admin/panel";
import { useFileSize } from "@/components/media/use-file-size";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import { focalClass } from "@/lib/media/rules";
import type { AssetFile } from "@/lib/media/staff-types";
import type { UploadRefusal } from "@/lib/media/upload/types";

const crops = ["wide", "square", "tall"] as const;

/**
 * The file itself: how it looks, what of it stays in sight, what it is, and the way to replace it.
 *
 * @param focal   as the form has it, drafts included
 * @param refusal why the last file that was sent for it was not taken
 */
export function AssetHead({
  file,
  focal,
  refusal,
  locale,
}: {
  file: AssetFile;
  focal: { x: number; y: number };
  refusal: UploadRefusal | null;
  locale: Locale;
}) {
  const t = useTranslations("media");
  return (
    <Panel title={t("asset.file")} id="file">
      {file.isWaiting && (
        <p className="note">
          <Icon name="clock" />
          {t(file.isReady ? "asset.preparingNew" : "asset.preparing")}
        </p>
      )}
      {!file.isWaiting && refusal && (
        <p className="note note-bad" role="alert">
          <Icon name="cross" />
          {t(`upload.refused.${refusal}`)}
        </p>
      )}
      {file.isReady && file.kind === "image" && <Focal file={file} focal={focal} locale={locale} />}
      <Facts file={file} locale={locale} />
      {file.may.replace && (
        <details className="up-replace">
          <summary>{t("upload.replace")}</summary>
          <p className="fld-help">{t("asset.replaceHelp")}</p>
          <UploadForm locale={locale} assetId={file.id} />
        </details>
      )}
    </Panel>
  );
}

function Focal({ file, focal, locale }: { file: AssetFile; focal: { x: number; y: number }; locale: Locale }) {
  const t = useTranslations("media.asset");
  const src = (width: number) => `/${locale}/admin/media/${file.id}/file/${width}`;
  return (
    <focal-point data-form="editor" data-x="values.focalX" data-y="values.focalY">
      <div className="foc">
        <div className="foc-whole">
          <img src={src(960)} alt="" width={file.width ?? 0} height={file.height ?? 0} />
          <svg aria-hidden="true" className="foc-mark">
            <circle cx={`${focal.x}%`} cy={`${focal.y}%`} r="14" />
            <circle cx={`${focal.x}%`} cy={`${focal.y}%`} r="3" />
          </svg>
        </div>
        <div className="foc-crops">
          <p className="fld-help">
            <b>{t("focal")}</b> {t("focalHelp")}
          </p>
          <div className="foc-row">
            {crops.map((crop) => (
              <figure key={crop}>
                <img className={`cut crop-${crop} ${focalClass(focal)}`} src={src(480)} alt="" loading="lazy" />
                <figcaption>{t(`crop.${crop}`)}</figcaption>
              </figure>
            ))}
          </div>
        </div>
      </div>
    </focal-point>
  );
}

function Facts({ file, locale }: { file: AssetFile; locale: Locale }) {
  const t = useTranslations("media");
  const list = useTranslations("common.list");
  const size = useFileSize();
  const { width, height, variants, kind } = file;
  return (
    <dl className="kv">
      <dt>{t("asset.name")}</dt>
      <dd>{file.fileName}</dd>
      <dt>{t("asset.size")}</dt>
      <dd>
        {t(`kind.${kind}`)}, {size(file.byteSize)}{" "}
        {file.isReady && kind === "document" && (
          <a href={`/${locale}/admin/media/${file.id}/file/1`}>{t("asset.download")}</a>
        )}
      </dd>
      {width !== null && height !== null && (
        <>
          <dt>{t("asset.pixels")}</dt>
          <dd>{t("asset.pixelsValue", { width: String(width), height: String(height) })}</dd>
          <dt>{t("asset.widths")}</dt>
          <dd>{variants.join(list("separator"))}</dd>
        </>
      )}
    </dl>
  );
}
