import { usePageLocale } from "@/components/ui/use-page-locale";
import { htmlLang } from "@/lib/i18n/locales";
import { focalClass, nearestWidth, picturePath } from "@/lib/media/rules";
import type { PictureView } from "@/lib/media/types";

/**
 * A picture in the size that the reader's screen needs.
 *
 * @param sizes    how wide it stands, as the attribute says it
 * @param isCut    fills its box; what must stay in sight does
 * @param isFirst  stands in the first screen: it is asked for at once
 */
export function Picture({
  picture,
  sizes,
  isCut = false,
  isFirst = false,
}: {
  picture: PictureView;
  sizes: string;
  isCut?: boolean;
  isFirst?: boolean;
}) {
  const { storageKey, width, height, variants, focal, alt } = picture;
  const srcSet = variants.map((one) => `${picturePath(storageKey, one)} ${one}w`).join(", ");
  return (
    <img
      className={isCut ? `cut ${focalClass(focal)}` : undefined}
      src={picturePath(storageKey, nearestWidth(variants, 960) ?? 0)}
      srcSet={srcSet}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt.text}
      lang={alt.lang === usePageLocale() ? undefined : htmlLang[alt.lang]}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : undefined}
      decoding="async"
    />
  );
}
