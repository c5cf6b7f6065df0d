import type { StaffAction } from "@/lib/form/types";
import { editorActions } from "@/lib/record/editor/actions";

/** All that forms of the staff area can do, by the last segment of the address that they are sent to. */
export const staffActions: Record<string, StaffAction> = { ...editorActions };
