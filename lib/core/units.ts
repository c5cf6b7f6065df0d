/** 亩 in one hectare, as used in mainland China. */
const muPerHa = 15;
const m2PerHa = 10_000;

/** Four decimals, as in the cadastre; takes away what floating point adds. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/**
 * @param areaHa  hectares
 * @returns       亩, 4 decimals at most
 */
export function muFromHa(areaHa: number): number {
  return rounded(areaHa * muPerHa);
}

/**
 * @param areaHa  hectares
 * @returns       square metres, 4 decimals at most
 */
export function m2FromHa(areaHa: number): number {
  return rounded(areaHa * m2PerHa);
}

/**
 * @param areaM2  square metres
 * @returns       hectares, 4 decimals at most
 */
export function haFromM2(areaM2: number): number {
  return rounded(areaM2 / m2PerHa);
}
