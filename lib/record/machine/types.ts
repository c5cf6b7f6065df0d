import type { Locale } from "@/lib/i18n/locales";

/** Texts that a machine is to draft. `before`: what stood in their place when it was asked. */
export type MachineTask = { from: Locale; to: Locale; texts: { path: string; source: string; before: string }[] };
