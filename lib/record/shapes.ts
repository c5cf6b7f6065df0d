import type { RecordKind } from "@/lib/auth/rules";
import { crossingShape } from "@/lib/crossing/shape";
import { eventShape } from "@/lib/event/shape";
import { mediaShape } from "@/lib/media/shape";
import { organisationShape, personShape } from "@/lib/organisation/shape";
import { outcomeShape } from "@/lib/outcome/shape";
import { opportunityShape, projectShape } from "@/lib/project/shape";
import type { Shape } from "@/lib/publishing/shape";
import { regimeShape } from "@/lib/regime/shape";
import { placeShape, regionShape, tieShape } from "@/lib/region/shape";
import { siteShape } from "@/lib/site/shape";
import { measureShape } from "@/lib/support/shape";
import { visitShape } from "@/lib/visit/shape";

/** Kinds that are edited in the staff area: all. */
export type EditableKind = RecordKind;
/** Kinds that lists and forms of records name. Files have a library of their own, and begin with an upload. */
export type ListedKind = Exclude<RecordKind, "media">;

/** What can be entered about each kind, in the order of the menu. */
export const shapes: Record<EditableKind, Shape> = {
  region: regionShape,
  site: siteShape,
  visit: visitShape,
  outcome: outcomeShape,
  organisation: organisationShape,
  person: personShape,
  event: eventShape,
  project: projectShape,
  opportunity: opportunityShape,
  tie: tieShape,
  place: placeShape,
  measure: measureShape,
  regime: regimeShape,
  crossing: crossingShape,
  media: mediaShape,
};

export const editableKinds = Object.keys(shapes) as EditableKind[];

export const listedKinds = editableKinds.filter((kind): kind is ListedKind => kind !== "media");

export function isEditableKind(kind: string): kind is EditableKind {
  return Object.hasOwn(shapes, kind);
}
