import { z } from "zod";
import { event, project } from "./event";
import { organisation, person } from "./organisation";
import { crossing, measure, regime } from "./regime";
import { indicator, place, region, tie } from "./region";
import { site } from "./site";
import { source } from "./source";
import { visit } from "./visit";

/** One region: <slug>.json. */
export const regionFile = z.strictObject({
  region,
  indicators: z.array(indicator),
  sites: z.array(site),
  organizations: z.array(organisation),
  people: z.array(person),
  visits: z.array(visit),
  events: z.array(event),
  projects: z.array(project),
  partners: z.array(tie),
  support: z.array(measure),
  sources: z.array(source),
});

/** What more than one region needs: shared.json. */
export const sharedFile = z.strictObject({
  regimes: z.array(regime),
  crossings: z.array(crossing),
  organizations: z.array(organisation),
  people: z.array(person),
  events: z.array(event),
  partners: z.array(place),
  support: z.array(measure),
  sources: z.array(source),
});

export type RegionFile = z.infer<typeof regionFile>;
export type SharedFile = z.infer<typeof sharedFile>;

/** All files, checked. */
export type Facts = { shared: SharedFile; regions: RegionFile[] };
