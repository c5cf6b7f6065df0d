import type { StaffAction } from "@/lib/form/types";
import { mediaActions } from "@/lib/media/actions";
import { programmeActions } from "@/lib/programme/actions";
import { afterActions } from "@/lib/programme/answer/actions";
import { beginActions } from "@/lib/programme/begin/actions";
import { holidayActions } from "@/lib/programme/holiday/actions";
import { ledgerActions } from "@/lib/programme/ledger/actions";
import { meetingActions } from "@/lib/programme/meeting/actions";
import { partyActions } from "@/lib/programme/party-list/actions";
import { delegationActions } from "@/lib/programme/party-list/import/actions";
import { passportActions } from "@/lib/programme/passport/actions";
import { shareActions } from "@/lib/programme/share/actions";
import { stopActions } from "@/lib/programme/stop/actions";
import { recordActions } from "@/lib/record/actions";
import { confirmationActions } from "@/lib/record/confirmation/actions";
import { editorActions } from "@/lib/record/editor/actions";
import { previewActions } from "@/lib/record/preview/actions";
import { settingsActions } from "@/lib/record/settings/actions";
import { registerActions } from "@/lib/register/batch/actions";
import { sourceActions } from "@/lib/source/editor/actions";
import { accountActions } from "@/lib/staff/account/actions";
import { invitationActions } from "@/lib/staff/invitation/actions";
import { peopleActions } from "@/lib/staff/people/actions";
import { resetActions } from "@/lib/staff/reset/actions";
import { secondFactorActions } from "@/lib/staff/second-factor/actions";
import { signInActions } from "@/lib/staff/sign-in/actions";

/** All that forms of the staff area can do, by the last segment of the address that they are sent to. */
export const staffActions: Record<string, StaffAction> = {
  ...signInActions,
  ...resetActions,
  ...invitationActions,
  ...accountActions,
  ...secondFactorActions,
  ...peopleActions,
  ...recordActions,
  ...editorActions,
  ...previewActions,
  ...confirmationActions,
  ...settingsActions,
  ...sourceActions,
  ...mediaActions,
  ...registerActions,
  ...programmeActions,
  ...stopActions,
  ...beginActions,
  ...holidayActions,
  ...ledgerActions,
  ...partyActions,
  ...delegationActions,
  ...passportActions,
  ...meetingActions,
  ...shareActions,
  ...afterActions,
};
