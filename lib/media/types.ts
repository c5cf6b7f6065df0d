import type { Words } from "@/lib/translation/types";

/** A published picture as a page shows it. */
export type PictureView = {
  id: string;
  storageKey: string;
  /** of the picture as it was uploaded, upright; pixels */
  width: number;
  height: number;
  /** widths in which it is there, smallest first */
  variants: number[];
  /** what must stay in sight, percent from the left and the top */
  focal: { x: number; y: number };
  /** what it shows, for those who do not see it */
  alt: Words;
  caption: Words | null;
  credit: Words | null;
  licence: Licence | null;
};

export const licences = ["own", "by_permission", "cc_by", "cc_by_sa", "cc0", "public_domain"] as const;
export type Licence = (typeof licences)[number];

/** A published document as a page lists it. */
export type DocumentView = { id: string; storageKey: string; byteSize: number; name: Words; summary: Words | null };

/** What stands at a record, in its order: what nobody published is not there. */
export type RecordMedia = { cover: PictureView | null; gallery: PictureView[]; documents: DocumentView[] };
