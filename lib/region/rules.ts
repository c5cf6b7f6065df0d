/**
 * The everyday name of a region. Official names that carry it behind a dash are cut to it:
 * «Ханты-Мансийский автономный округ — Югра» is Югра to everybody.
 */
export function shortRegionName(officialName: string): string {
  return officialName.split(/\s*—\s*/).at(-1) ?? officialName;
}
