import fs from "node:fs";
import path from "node:path";

/** The facts that the portal is loaded with, as far as tests look things up in them. */
type Text = { ru: string; zh: string; en: string };
type Coordinates = { lat: number; lon: number; precision: string };
type FactsFile = {
  region: { slug: string; isoCode: string; timezone: string; name: Text };
  sites: {
    slug: string;
    kind: string;
    name: Text;
    coordinates?: Coordinates;
    country?: string;
    totalAreaHa?: number;
  }[];
  visits: { slug: string; title: Text }[];
};

export const regionNames = ["yugra", "khabarovsk", "tver", "moscow", "moscow-oblast"] as const;
export type RegionName = (typeof regionNames)[number];

const folder = path.resolve(import.meta.dirname, "../../prisma/seed/facts");

/** One region's file of facts. */
export function facts(name: RegionName): FactsFile {
  return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
}
