import type { Texts } from "@/lib/translation/types";

/** What a gate of a plant asks of a visitor. Kept encrypted, shown on pass lists alone. */
export type PassData = {
  documentNumber: string;
  nameAsInDocument: string;
  citizenship: string;
  /** ISO day, "" where it is not known */
  birthDate: string;
  validTo: string;
};

/** Names of the inputs. They are never written down with a form, and no page shows them again. */
export const passInputs = {
  documentNumber: "pass-number",
  nameAsInDocument: "pass-name",
  citizenship: "pass-citizenship",
  birthDate: "pass-birth",
  validTo: "pass-valid",
} as const satisfies Record<keyof PassData, string>;
export type PassField = keyof PassData;

/** What is known of one participant's data without looking into them. */
export type PassState = {
  /** unreadable: sealed with a key that this portal no longer has */
  state: "none" | "complete" | "incomplete" | "unreadable";
  /** ISO day after which they are gone */
  deleteAfter: string | null;
};

/** A stop where nobody gets in who is not on the list. */
export type PassStop = { id: string; title: Texts; day: string | null };

export type PassView = {
  /** by row of the participant */
  states: ReadonlyMap<string, PassState>;
  stops: PassStop[];
  /** ISO day until which the visit as it is planned now lets them be kept */
  keptUntil: string;
  /** some go earlier than that, because the visit was put off after they were entered */
  goEarlier: number;
};
