import type { Coordinates, SiteRef } from "@/lib/site/types";
import type { Provenance } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

export const crossingKinds = [
  "road",
  "road_bridge",
  "rail",
  "rail_bridge",
  "road_and_rail",
  "river",
  "river_and_pontoon",
] as const;
export type CrossingKind = (typeof crossingKinds)[number];

export const crossingStatuses = ["operating", "seasonal", "under_construction", "planned", "closed"] as const;
export type CrossingStatus = (typeof crossingStatuses)[number];

/** A place where goods and people pass the border, with the place on each side. */
export type CrossingView = {
  slug: string;
  name: Words;
  kind: CrossingKind;
  status: CrossingStatus;
  cnSide: Words;
  ruSide: Words;
  note: Words | null;
  /** null: not published */
  coordinates: Coordinates | null;
  /** sites that give their distance to it, nearest first */
  sites: { site: SiteRef; distanceKm: number }[];
  provenance: Provenance;
};
