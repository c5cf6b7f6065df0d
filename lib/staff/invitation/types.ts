import type { Grant } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";

/** An invitation as its page shows it. Without an address it is for the first operator, who names his own. */
export type OpenInvitation = { id: string; email: string | null; name: string | null; locale: Locale; grants: Grant[] };

/** An invitation in the operator's list. */
export type InvitationRow = {
  id: string;
  email: string;
  grants: Grant[];
  expiresAt: Date;
  isExpired: boolean;
  invitedBy: string | null;
};
