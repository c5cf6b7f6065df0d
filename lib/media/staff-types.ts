import type { Kind } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import type { Words } from "@/lib/translation/types";

/** How a file stands: its record's state once it is prepared. */
export type MediaState = "preparing" | "broken" | "draft" | "published" | "withdrawn";

type Focal = { x: number; y: number };

/** A file in the library, drafts included. */
export type MediaCard = {
  id: string;
  kind: "image" | "document";
  fileName: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  focal: Focal;
  /** what it shows, in force or in a draft */
  name: Words | null;
  state: MediaState;
  /** languages that lack it */
  missing: Locale[];
  /** how often it is shown */
  uses: number;
};

export type MediaList = { cards: MediaCard[]; total: number; page: number; pages: number };

/** The file behind the page of an asset. */
export type AssetFile = {
  id: string;
  kind: "image" | "document";
  fileName: string;
  mimeType: string;
  byteSize: number;
  storageKey: string;
  width: number | null;
  height: number | null;
  variants: number[];
  focal: Focal;
  isReady: boolean;
  /** a file is on its way into it */
  isWaiting: boolean;
  may: { replace: boolean; remove: boolean };
};

/** A record that shows a file. */
export type MediaPlace = { id: string; kind: Kind; name: string; isDraftOnly: boolean; isProof: boolean };
