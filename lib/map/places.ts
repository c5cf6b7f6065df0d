/** WGS-84 places for orientation; GeoNames. Capitals by the region's ISO code: arcs and distances start there. */
export const capitals: Record<string, { lat: number; lon: number }> = {
  "RU-KHM": { lat: 61.0, lon: 69.02 },
  "RU-KHA": { lat: 48.48, lon: 135.08 },
  "RU-TVE": { lat: 56.86, lon: 35.9 },
  "RU-MOW": { lat: 55.75, lon: 37.62 },
  "RU-MOS": { lat: 55.75, lon: 37.62 },
};

export const chineseCities = {
  beijing: { lat: 39.9, lon: 116.4 },
  harbin: { lat: 45.75, lon: 126.63 },
  shenyang: { lat: 41.8, lon: 123.43 },
} as const;

export type ChineseCity = keyof typeof chineseCities;
