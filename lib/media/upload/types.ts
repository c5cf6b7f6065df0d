import type { FileRefusal } from "@/lib/core/files/kind";

export type UploadState = "receiving" | "waiting" | "ready" | "duplicate" | "refused";

/** Why an upload came to nothing: what is wrong with the file, or with our side. */
export const uploadRefusals = ["disk_full", "not_allowed", "too_many", "gone"] as const;
export type UploadRefusal = FileRefusal | (typeof uploadRefusals)[number];

/** A file on its way, as its sender knows it. */
export type UploadView = {
  id: string;
  fileName: string;
  byteSize: number;
  state: UploadState;
  reason: UploadRefusal | null;
  assetId: string | null;
  replaces: boolean;
};

/** What somebody wants to send. */
export type NewUpload = {
  /** files that were chosen together */
  batchId: string;
  /** where a new asset belongs; null: shared */
  regionId: string | null;
  /** the asset whose file it replaces */
  assetId: string | null;
  fileName: string;
  byteSize: number;
};
