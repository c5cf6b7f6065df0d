import type { Grant } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";

/** A member of staff in the operator's list. */
export type PersonRow = {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  grants: Grant[];
  isDisabled: boolean;
  hasSecondFactor: boolean;
  lastSeen: Date | null;
  sessions: number;
};

/** Where roles can hold, by names in the language of the page. */
export type ScopeNames = {
  regions: { id: string; name: string }[];
  sites: { id: string; name: string; regionName: string | null }[];
};
