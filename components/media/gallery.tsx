import { Photo } from "@/components/media/photo";
import type { PictureView } from "@/lib/media/types";

/** Pictures beside one another; each leads to its large form. */
export function Gallery({ pictures }: { pictures: PictureView[] }) {
  return (
    <div className="ph-grid">
      {pictures.map((picture) => (
        <Photo
          key={picture.id}
          picture={picture}
          className="ph"
          sizes="(min-width: 68rem) 20rem, (min-width: 40rem) 45vw, 100vw"
        />
      ))}
    </div>
  );
}
