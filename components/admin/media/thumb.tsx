import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import { focalClass } from "@/lib/media/rules";
import type { MediaCard } from "@/lib/media/staff-types";

/** A small view of a file; a sign where there is none to be shown. Its name stands beside it. */
export function Thumb({ file, locale }: { file: MediaCard; locale: Locale }) {
  const { id, kind, state, focal } = file;
  const hasPicture = kind === "image" && state !== "preparing" && state !== "broken";
  return (
    <span className="thumb">
      {hasPicture ? (
        <img
          className={`cut ${focalClass(focal)}`}
          src={`/${locale}/admin/media/${id}/file/480`}
          alt=""
          width={480}
          height={360}
          loading="lazy"
          decoding="async"
        />
      ) : (
        <Icon name={kind === "image" ? "image" : "file"} />
      )}
    </span>
  );
}
