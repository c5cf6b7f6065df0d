import type { OutcomeKind, OutcomeStage } from "@/lib/outcome/types";
import type { PartyOrganisation, PartyPerson, Programme } from "@/lib/programme/types";
import type { RecordDocument } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import type { PartialDate } from "@/lib/source/types";
import type { Texts } from "@/lib/translation/types";

/** What papers of staff are made of. */
export type PaperSource = { head: RecordHead; document: RecordDocument; programme: Programme };

/** Who answers on one side, as consent allows. */
export type LedgerOwner = {
  post: string | null;
  person: PartyPerson | null;
  organisation: PartyOrganisation | null;
};

/** One promise for papers of staff, in all its languages, as consent allows. */
export type LedgerLine = {
  id: string;
  kind: OutcomeKind;
  stage: OutcomeStage;
  isOpen: boolean;
  /** entered for the working group alone */
  isWorking: boolean;
  hasNoFollowUp: boolean;
  documentCount: number | null;
  name: Texts;
  partiesNote: Texts;
  parties: PartyOrganisation[];
  owners: { ru: LedgerOwner | null; cn: LedgerOwner | null };
  nextStep: Texts;
  due: PartialDate | null;
  dueText: Texts;
  isOverdue: boolean;
};

/** An earlier visit with somebody of this one. */
export type EarlierContact = {
  name: Texts;
  dates: PartialDate | null;
  organisations: PartyOrganisation[];
  meetings: { organisation: PartyOrganisation | null; topic: Texts; result: Texts }[];
};
