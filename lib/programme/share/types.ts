import type { Audience } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";

/** A secret link in the list of its visit; its token is known to nobody any more. */
export type LinkLine = {
  id: string;
  audience: Audience;
  locale: Locale | null;
  label: string | null;
  /** whose personal programme it shows; "" for somebody without a name */
  person: string | null;
  hasCode: boolean;
  state: "works" | "expired" | "revoked";
  /** last day on which it works, by the clock of the region */
  expiresOn: string;
  openedCount: number;
  lastOpenedOn: string | null;
};

export type LinkChoice = { id: string; name: string };
export type Links = { lines: LinkLine[]; people: LinkChoice[]; usualExpiry: string };
