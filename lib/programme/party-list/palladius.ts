/**
 * Chinese syllables in Cyrillic by the system of Archimandrite Palladius, as Russian documents write Chinese names.
 * Beginnings and endings are kept apart: each syllable of the standard language is one of each, or stands whole below.
 */
const beginnings: Record<string, string> = {
  b: "б",
  p: "п",
  m: "м",
  f: "ф",
  d: "д",
  t: "т",
  n: "н",
  l: "л",
  g: "г",
  k: "к",
  h: "х",
  j: "цз",
  q: "ц",
  x: "с",
  zh: "чж",
  ch: "ч",
  sh: "ш",
  r: "ж",
  z: "цз",
  c: "ц",
  s: "с",
};

/** A final n is soft in Cyrillic, a final ng is hard. */
const endings: Record<string, string> = {
  a: "а",
  o: "о",
  e: "э",
  ai: "ай",
  ei: "эй",
  ao: "ао",
  ou: "оу",
  an: "ань",
  en: "энь",
  ang: "ан",
  eng: "эн",
  ong: "ун",
  i: "и",
  ia: "я",
  ie: "е",
  iao: "яо",
  iu: "ю",
  ian: "янь",
  in: "инь",
  iang: "ян",
  ing: "ин",
  iong: "юн",
  u: "у",
  ua: "уа",
  uo: "о",
  uai: "уай",
  ui: "уй",
  uan: "уань",
  un: "унь",
  uang: "уан",
  ü: "юй",
  üe: "юэ",
  üan: "юань",
  ün: "юнь",
};

/** Which endings each beginning takes: nothing else is a syllable. */
const syllables: Record<string, string> = {
  b: "a o ai ei ao an en ang eng i ie iao ian in ing u",
  p: "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
  m: "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
  f: "a o ei ou an en ang eng u",
  d: "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
  t: "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
  n: "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
  l: "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
  g: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  k: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  h: "a e ai ei ao ou an en ang eng ong u ua uo uai uan un uang",
  j: "i ia ie iao iu ian in iang ing iong ü üe üan ün",
  q: "i ia ie iao iu ian in iang ing iong ü üe üan ün",
  x: "i ia ie iao iu ian in iang ing iong ü üe üan ün",
  zh: "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
  ch: "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang",
  sh: "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang",
  r: "e ao ou an en ang eng ong i u ua uo ui uan un",
  z: "a e ai ei ao ou an en ang eng ong u uo ui uan un",
  c: "a e ai ao ou an en ang eng ong u uo ui uan un",
  s: "a e ai ao ou an en ang eng ong u uo ui uan un",
};

/** Syllables without a beginning, and those that are written in a way of their own. */
const whole: Record<string, string> = {
  a: "а",
  o: "о",
  e: "э",
  ai: "ай",
  ei: "эй",
  ao: "ао",
  ou: "оу",
  an: "ань",
  en: "энь",
  ang: "ан",
  eng: "эн",
  er: "эр",
  ya: "я",
  yo: "йо",
  ye: "е",
  yai: "яй",
  yao: "яо",
  you: "ю",
  yan: "янь",
  yin: "инь",
  yang: "ян",
  ying: "ин",
  yong: "юн",
  yi: "и",
  yu: "юй",
  yue: "юэ",
  yuan: "юань",
  yun: "юнь",
  wa: "ва",
  wo: "во",
  wai: "вай",
  wei: "вэй",
  wan: "вань",
  wen: "вэнь",
  wang: "ван",
  weng: "вэн",
  wu: "у",
  zi: "цзы",
  ci: "цы",
  si: "сы",
  // By the rule it would be an indecent word; old place names have "хой" (Аньхой), names of people do not.
  hui: "хуэй",
};

/** After these the letter ü is written as u. */
const softBeginnings = ["j", "q", "x"];

function makeTable(): Map<string, string> {
  const table = new Map(Object.entries(whole));
  for (const [beginning, list] of Object.entries(syllables)) {
    for (const ending of list.split(" ")) {
      const typed = softBeginnings.includes(beginning) ? ending.replace("ü", "u") : ending;
      table.set(beginning + typed, `${beginnings[beginning]}${endings[ending]}`);
    }
  }
  return table;
}

const table = makeTable();

/** All syllables that the table knows, in Latin letters without tones. */
export const knownSyllables: readonly string[] = [...table.keys()];

/**
 * Syllables of one word in Cyrillic. A hard sign parts a final н from a vowel that follows: Чанъань.
 *
 * @param syllables in Latin letters without tones; ü may be written as v or u:
 * @returns         in lower case; null where one of them is no syllable
 */
export function toPalladius(syllables: readonly string[]): string | null {
  let word = "";
  for (const typed of syllables) {
    const syllable = table.get(typed.toLowerCase().replace(/v|u:/g, "ü"));
    if (syllable === undefined) return null;
    word += word.endsWith("н") && /^[аоуэиеяюй]/.test(syllable) ? `ъ${syllable}` : syllable;
  }
  return word;
}
