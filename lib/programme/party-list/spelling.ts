import { pinyin } from "pinyin-pro";
import { toPalladius } from "@/lib/programme/party-list/palladius";
import { latinLetter } from "@/lib/record/rules";

export type NameInScripts = { han: string; cyrillic: string; latin: string };

/** Surnames of two characters; all others have one. */
const longSurnames = new Set(
  "欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 萬俟 闻人 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 閭丘 亓官 司寇 令狐 淳于 单于 單于 呼延 轩辕 軒轅 东郭 東郭 南门 南門 西门 西門 拓跋 百里 第五 纳兰 納蘭".split(
    " ",
  ),
);

/** A Chinese name of its own: two to four characters. Longer ones, and those with a dot, render foreign names. */
const chineseName = /^\p{Script=Han}{2,4}$/u;

/**
 * How the other two scripts may write a name. Only a suggestion: its bearer decides.
 *
 * @param typed "" where nothing was typed
 * @returns     the spellings that can be made, never those that were typed
 */
export function suggestSpelling(typed: NameInScripts): Partial<NameInScripts> {
  const han = typed.han.normalize("NFC").replace(/\s+/g, "");
  if (chineseName.test(han)) {
    const { surname, given } = readChinese(han);
    const latin = [surname, given].map((part) => capital(joinLatin(part))).join(" ");
    const cyrillic = [surname, given].map((part) => toPalladius(part));
    return {
      ...(typed.latin === "" ? { latin } : {}),
      ...(typed.cyrillic === "" && cyrillic.every((part) => part !== null)
        ? { cyrillic: cyrillic.map((part) => capital(part ?? "")).join(" ") }
        : {}),
    };
  }
  const cyrillic = typed.cyrillic.normalize("NFC").trim();
  return typed.latin === "" && /\p{Script=Cyrillic}/u.test(cyrillic) ? { latin: toPassportLatin(cyrillic) } : {};
}

/** Surname first. Its reading is that of surnames: 曾 is Zeng, 单 is Shan. */
function readChinese(han: string): { surname: string[]; given: string[] } {
  const characters = [...han];
  const all = pinyin(han, { toneType: "none", type: "array", mode: "surname", v: true });
  const length = characters.length > 2 && longSurnames.has(characters.slice(0, 2).join("")) ? 2 : 1;
  return { surname: all.slice(0, length), given: all.slice(length) };
}

/** An apostrophe parts a vowel from the syllable before it. */
function joinLatin(syllables: readonly string[]): string {
  return syllables
    .map((syllable) => syllable.replace("v", "ü"))
    .map((syllable, index) => (index > 0 && /^[aeo]/.test(syllable) ? `’${syllable}` : syllable))
    .join("");
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/**
 * Russian letters as international passports write them.
 *
 * @source ICAO Doc 9303, part 3: transliteration of Cyrillic characters, with Russian practice for й, ё and ъ
 */
export function toPassportLatin(cyrillic: string): string {
  return [...cyrillic]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const latin = lower === "ъ" ? "ie" : latinLetter(lower);
      if (latin === undefined) return letter;
      return letter === lower ? latin : capital(latin);
    })
    .join("");
}
