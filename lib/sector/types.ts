import type { Sector } from "@/lib/region/types";

/** How much of a sector the portal has; host enterprises count as sites here. */
export type SectorCount = { sector: Sector; regions: number; sites: number; projects: number; outcomes: number };
