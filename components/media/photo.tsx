import { useTranslations } from "next-intl";
import { Picture } from "@/components/media/picture";
import { Words } from "@/components/ui/words";
import { picturePath } from "@/lib/media/rules";
import type { PictureView } from "@/lib/media/types";

/** A picture with its caption, its author and the terms of use. It leads to its largest size. */
export function Photo({
  picture,
  sizes,
  isFirst,
  className,
}: {
  picture: PictureView;
  sizes: string;
  isFirst?: boolean;
  className: string;
}) {
  const t = useTranslations("media.public");
  const { storageKey, variants, alt } = picture;
  return (
    <figure className={className}>
      <a href={picturePath(storageKey, variants.at(-1) ?? 0)} aria-label={t("enlarge", { name: alt.text })}>
        <Picture picture={picture} sizes={sizes} isCut isFirst={isFirst ?? false} />
      </a>
      <Caption picture={picture} />
    </figure>
  );
}

function Caption({ picture: { caption, credit, licence, alt } }: { picture: PictureView }) {
  const t = useTranslations("media.public");
  // A text for those who do not see the picture has no mark of its own: the caption says in which language it is.
  const words = caption ?? alt;
  return (
    <figcaption>
      <span>
        <Words value={words} />
      </span>
      {(credit || licence) && (
        <small>
          {credit && (
            <>
              {t("credit")} <Words value={credit} hasMark={false} />
            </>
          )}
          {credit && licence && " · "}
          {licence && t(`licence.${licence}`)}
        </small>
      )}
    </figcaption>
  );
}
