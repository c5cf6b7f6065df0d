import type { RegimeRef } from "@/lib/regime/types";
import type { MeasureRow, RegionRef } from "@/lib/region/types";

/** Whether a measure counts today. `unstated`: neither its first nor its last day was published. */
export type Validity = "upcoming" | "inForce" | "ended" | "unstated";

/** A support measure with all that was published of it. */
export type MeasureView = MeasureRow & {
  /** null: holds in the whole country */
  region: RegionRef | null;
  regime: RegimeRef | null;
  phone: string | null;
  /** ISO days */
  validFrom: string | null;
  validTo: string | null;
  validity: Validity;
};
