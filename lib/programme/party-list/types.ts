import type { Capacity, ConsentBasis, Side } from "@/lib/db/generated/enums";
import type { ConsentLevel, OrganisationKind } from "@/lib/organisation/types";
import type { PassState } from "@/lib/programme/passport/types";
import type { Country } from "@/lib/region/types";
import type { Texts } from "@/lib/translation/types";

/** One line of the people of a visit, as its organizers see them: names whatever the consent. */
export type ListedMember = {
  /** row of the participant in the sheets of the visit */
  id: string;
  number: number;
  side: Side;
  capacity: Capacity;
  /** null: a company or a counted group; `name` is empty where this actor may not know it */
  person: { id: string; name: Texts; position: Texts; level: ConsentLevel; isPublic: boolean } | null;
  organisation: { id: string; name: Texts; level: ConsentLevel } | null;
  role: Texts;
  headcount: number | null;
  /** agreed for this visit alone */
  own: ConsentLevel;
  /** what outputs show: the least of all */
  shown: ConsentLevel;
  /** null for those who may not know of passport data */
  pass: PassState | null;
};

/** A person or organisation that may be meant by a name. */
export type Known = { id: string; name: Texts; organisation: Texts };

/** Somebody who is to be a participant. */
export type NewMember = {
  /** id of the row; the number of the form, so that sending it twice adds one */
  rowId: string;
  /** known already; null: a new record is made of the names */
  personId: string | null;
  name: Texts;
  position: Texts;
  role: Texts;
  organisation: { id: string } | NewOrganisation;
  side: Side;
  capacity: Capacity;
  /** how far the person agreed, and on what ground; `counted` needs none */
  level: ConsentLevel;
  ground: Ground | null;
};

export type NewOrganisation = {
  id: null;
  name: Texts;
  kind: OrganisationKind;
  country: Country;
  level: ConsentLevel;
};

export type Ground = { basis: ConsentBasis; evidence: string };

/** Grounds on which somebody may be shown. A body's own people are its own affair and stand in its own list. */
export const grounds = ["agreed", "public_reporting"] as const satisfies readonly ConsentBasis[];

/** What the form of a new participant keeps, and shows again. */
export const memberInputs = [
  "person",
  "han",
  "cyrillic",
  "latin",
  "position.ru",
  "position.zh",
  "position.en",
  "role.ru",
  "role.zh",
  "role.en",
  "organisation",
  "organisation.ru",
  "organisation.zh",
  "organisation.en",
  "organisation.kind",
  "organisation.country",
  "organisation.level",
  "side",
  "capacity",
  "level",
  "basis",
  "evidence",
] as const;
export type MemberInput = (typeof memberInputs)[number];
