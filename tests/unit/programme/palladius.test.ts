import { describe, expect, it } from "vitest";
import { knownSyllables, toPalladius } from "@/lib/programme/party-list/palladius";
import { suggestSpelling, toPassportLatin } from "@/lib/programme/party-list/spelling";

const suggest = (han: string) => suggestSpelling({ han, cyrillic: "", latin: "" });

describe("the table of Palladius", () => {
  it("knows every syllable of the standard language", () => {
    // The syllables of the Xinhua dictionary number somewhat above 400, those without a tone of their own left out.
    expect(knownSyllables.length).toBeGreaterThanOrEqual(400);
    expect(new Set(knownSyllables).size).toBe(knownSyllables.length);
    for (const syllable of knownSyllables) expect(toPalladius([syllable])).toMatch(/^[а-я]+$/);
  });

  it.each([
    ["hui", "хуэй"],
    ["zhang", "чжан"],
    ["zhan", "чжань"],
    ["huang", "хуан"],
    ["huan", "хуань"],
    ["yu", "юй"],
    ["xu", "сюй"],
    ["lü", "люй"],
    ["lv", "люй"],
    ["lu", "лу"],
    ["nüe", "нюэ"],
    ["juan", "цзюань"],
    ["quan", "цюань"],
    ["xiong", "сюн"],
    ["guo", "го"],
    ["zhi", "чжи"],
    ["zi", "цзы"],
    ["ci", "цы"],
    ["si", "сы"],
    ["ri", "жи"],
    ["rong", "жун"],
    ["er", "эр"],
    ["weng", "вэн"],
    ["you", "ю"],
    ["ye", "е"],
    ["shuang", "шуан"],
    ["diu", "дю"],
    ["zhei", "чжэй"],
  ])("writes %s as %s", (latin, cyrillic) => {
    expect(toPalladius([latin])).toBe(cyrillic);
  });

  it("parts a hard end from a vowel, and refuses what is no syllable", () => {
    expect(toPalladius(["chang", "an"])).toBe("чанъань");
    expect(toPalladius(["yan", "an"])).toBe("яньань");
    expect(toPalladius(["xi", "an"])).toBe("сиань");
    expect(toPalladius(["bzh"])).toBeNull();
    expect(toPalladius(["fiang"])).toBeNull();
  });
});

describe("spellings of a name", () => {
  it.each([
    ["习近平", "Xi Jinping", "Си Цзиньпин"],
    ["王毅", "Wang Yi", "Ван И"],
    ["李强", "Li Qiang", "Ли Цян"],
    ["邓小平", "Deng Xiaoping", "Дэн Сяопин"],
    ["毛泽东", "Mao Zedong", "Мао Цзэдун"],
    ["张汉晖", "Zhang Hanhui", "Чжан Ханьхуэй"],
    ["黄文", "Huang Wen", "Хуан Вэнь"],
    ["余华", "Yu Hua", "Юй Хуа"],
    ["欧阳修", "Ouyang Xiu", "Оуян Сю"],
    ["诸葛亮", "Zhuge Liang", "Чжугэ Лян"],
    ["吕布", "Lü Bu", "Люй Бу"],
    ["郑公开", "Zheng Gongkai", "Чжэн Гункай"],
    ["李西安", "Li Xi’an", "Ли Сиань"],
  ])("makes %s %s and %s", (han, latin, cyrillic) => {
    expect(suggest(han)).toEqual({ latin, cyrillic });
  });

  it.each([
    ["曾国藩", "Zeng"],
    ["单雄信", "Shan"],
    ["解缙", "Xie"],
    ["仇英", "Qiu"],
    ["任正非", "Ren"],
    ["朴成", "Piao"],
    ["查良镛", "Zha"],
    ["区明", "Ou"],
    ["盖叫天", "Ge"],
  ])("reads the surname of %s as %s", (han, surname) => {
    expect(suggest(han).latin?.split(" ")[0]).toBe(surname);
  });

  it("writes a Russian name as passports do, and suggests nothing where something stands", () => {
    expect(toPassportLatin("Щёголев-Подъячий Юрий")).toBe("Shchegolev-Podieiachii Iurii");
    expect(suggestSpelling({ han: "", cyrillic: "Хозяинов Илья", latin: "" })).toEqual({ latin: "Khoziainov Ilia" });
    expect(suggestSpelling({ han: "王毅", cyrillic: "Ван И", latin: "Wang Yi" })).toEqual({});
    expect(suggest("")).toEqual({});
    // Characters that render a foreign name tell nothing of its letters.
    expect(suggest("霍贾伊诺夫")).toEqual({});
    expect(suggest("A字")).toEqual({});
  });
});
