import { Photo } from "@/components/media/photo";
import type { PictureView } from "@/lib/media/types";

/** The one picture that a page begins with; without a picture there is no place for one. */
export function Cover({ picture }: { picture: PictureView | null }) {
  if (!picture) return null;
  return <Photo picture={picture} className="ph ph-cover" sizes="(min-width: 68rem) min(62rem, 68vw), 100vw" isFirst />;
}

/** The same on a page whose sections span it. */
export function WideCover({ picture }: { picture: PictureView | null }) {
  if (!picture) return null;
  return (
    <div className="wrap ph-wide">
      <Photo picture={picture} className="ph ph-cover" sizes="(min-width: 85rem) 80rem, 100vw" isFirst />
    </div>
  );
}
