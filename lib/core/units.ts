/** 亩 in one hectare, as used in mainland China. */
const muPerHa = 15;
const m2PerHa = 10_000;
/** International Table calories: 1 Gcal = 1.163 MWh. */
const mwPerGcalPerHour = 1.163;

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

/**
 * @param gcalPerHour  heat in Gcal/h, as Russian documents state it
 * @returns            the same in MW, 4 decimals at most
 */
export function mwFromGcalPerHour(gcalPerHour: number): number {
  return rounded(gcalPerHour * mwPerGcalPerHour);
}
