import { describe, expect, it } from "vitest";
import { readHeads, readList, splitScripts } from "@/lib/programme/party-list/import/rules";

describe("the list of a delegation", () => {
  it.each([
    ["郑公开 (Чжэн Гункай)", "郑公开", "Чжэн Гункай", ""],
    ["ZHENG Gongkai / 郑公开", "郑公开", "", "ZHENG Gongkai"],
    ["欧阳 修", "欧阳 修", "", ""],
    ["О’Тестов-Пример Иван (младший)", "", "О’Тестов-Пример Иван (младший)", ""],
    ["名单人7", "名单人7", "", ""],
    ["", "", "", ""],
  ])("takes %s apart by script, and loses nothing of one script alone", (text, han, cyrillic, latin) => {
    expect(splitScripts(text)).toEqual({ han, cyrillic, latin });
  });

  it.each([
    [
      ["姓名", "单位", "职务", "性别", "电话", "护照号"],
      ["name", "organisation", "position", "sex", "phone", "documentNumber"],
    ],
    [
      ["№", "ФИО", "Место работы", "Должность", "Номер паспорта", "Дата рождения", "Гражданство"],
      ["number", "name", "organisation", "position", "documentNumber", "birthDate", "citizenship"],
    ],
    [
      ["Name", "Chinese name", "Company", "Title", "Passport No.", "Date of birth", "Valid until", "Nationality"],
      ["name", "han", "organisation", "position", "documentNumber", "birthDate", "validTo", "citizenship"],
    ],
    [
      ["中文姓名", "拼音", "俄文姓名", "证件姓名", "有效期"],
      ["han", "latin", "cyrillic", "nameAsInDocument", "validTo"],
    ],
    [
      ["ФИО (как в паспорте)", "ФИО", "Имя по-китайски"],
      ["nameAsInDocument", "name", "han"],
    ],
    [
      ["Примечание", "", null],
      [null, null, null],
    ],
  ])("knows the heads %j", (cells, fields) => {
    expect(readHeads(cells)).toEqual(fields);
  });

  it("is found below titles, and is none without a column of names", () => {
    const rows = (...all: (string | null)[][]) => ({ rows: all.map((cells, index) => ({ number: index + 1, cells })) });
    expect(readList(rows(["Список"], ["ФИО", "Организация"], ["Тестов Тест", "Проба"]))?.rows).toHaveLength(1);
    expect(readList(rows(["Организация", "Должность"], ["Проба", "директор"]))).toBeNull();
    expect(readList(rows())).toBeNull();
    // The same person twice is told, namesakes of two companies are two people.
    const twice = readList(rows(["ФИО", "Организация"], ["Тестов", "А"], ["тестов", "А"], ["Тестов", "Б"]));
    expect(twice?.rows.map(({ problems }) => problems)).toEqual([[], ["twice"], []]);
  });
});
