import type { Words } from "@/lib/translation/types";

/** How far what visits led to has come, of one region. `signed` and `inWork` count what stands there or beyond. */
export type FunnelRow = {
  region: string;
  name: Words;
  visits: number;
  outcomes: number;
  signed: number;
  inWork: number;
  launched: number;
  kept: number;
  discontinued: number;
};
