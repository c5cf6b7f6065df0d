import { MediaLicence } from "@/lib/db/generated/enums";
import { field, type Shape } from "@/lib/publishing/shape";

/**
 * What can be said about a file beside its words. Its row is made by the upload; what was read from the file is never
 * entered by hand.
 */
export const mediaShape: Shape = {
  kind: "media",
  table: "mediaAsset",
  hasSectors: false,
  isMadeElsewhere: true,
  defaults: { focalX: "50", focalY: "50" },
  fields: { licence: field.choice({ MediaLicence }), focalX: field.whole(0, 100), focalY: field.whole(0, 100) },
  rows: {},
};
