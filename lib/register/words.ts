import { type Locale, locales } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";
import { makeBook, type OptionBook } from "@/lib/register/cell/word";
import type { ImportField } from "@/lib/register/fields";

/** Interface words of all languages: heads of columns and options may be in any of them. */
export type AllMessages = Record<Locale, Messages>;

/** The text under a path; "" where there is none. */
export function wordAt(messages: Messages, path: string): string {
  let at: unknown = messages;
  for (const key of path.split(".")) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  return typeof at === "string" ? at : "";
}

/** Where the words of a set of options stand, the first place that has a value counts. */
const optionPlaces: Record<string, readonly string[]> = {
  SiteKind: ["site.kind"],
  SiteStatus: ["site.status"],
  Country: ["common.country"],
  CoordinatePrecision: ["record.option.CoordinatePrecision"],
  Sector: ["common.sector"],
  LotKind: ["site.lots.kind"],
  LotStatus: ["site.lots.status", "record.option.LotStatus"],
  Currency: ["record.option.Currency"],
  PricePer: ["record.option.PricePer"],
  Vat: ["record.option.Vat"],
  OrganisationKind: ["common.organisation.kind"],
};

/** What people write for an option beside its own words. */
const alsoWritten: Record<string, readonly (readonly [value: string, ...words: string[]])[]> = {
  SiteKind: [
    [
      "sez_industrial",
      "ОЭЗ ППТ",
      "ОЭЗ",
      "особая экономическая зона",
      "ППТ",
      "经济特区",
      "工业生产型经济特区",
      "SEZ",
      "особая экономическая зона промышленно-производственного типа",
    ],
    ["sez_technology", "ОЭЗ ТВТ", "ТВТ", "технико-внедренческая ОЭЗ", "технико-внедренческого типа"],
    ["sez_tourism", "ОЭЗ ТРТ", "туристско-рекреационная ОЭЗ"],
    ["sez_port", "ПОЭЗ", "портовая ОЭЗ"],
    [
      "asez",
      "ТОР",
      "ТОСЭР",
      "территория опережающего социально-экономического развития",
      "超前发展区",
      "跨越式发展区",
      "ASEZ",
    ],
    ["international_asez", "МТОР", "международная территория опережающего развития"],
    ["free_port", "СПВ", "свободный порт Владивосток"],
    [
      "industrial_park",
      "промышленный парк",
      "индустриальный (промышленный) парк",
      "ИП",
      "промпарк",
      "индустриальный",
      "greenfield",
      "brownfield",
      "工业园",
      "工业园区",
    ],
    ["technopark", "технологический парк", "промышленный технопарк", "科技园"],
    ["industrial_coworking", "light industrial", "лайт индастриал", "коворкинг"],
    ["trade_park", "торговый парк", "ТПП парк"],
    ["bonded_zone", "保税区", "综合保税区"],
  ],
  SiteStatus: [
    [
      "operating",
      "действующая",
      "действующий",
      "функционирует",
      "работает",
      "создан",
      "создана",
      "введен",
      "введена",
      "运营",
      "运营中",
      "已投产",
    ],
    [
      "under_construction",
      "строящаяся",
      "строящийся",
      "в стадии строительства",
      "строительство",
      "создается",
      "создаётся",
      "формируется",
      "建设中",
      "在建",
    ],
    [
      "planned",
      "планируемая",
      "планируемый",
      "проект",
      "проектируется",
      "в планах",
      "перспективная",
      "перспективный",
      "规划",
      "规划中",
    ],
  ],
  Country: [
    ["ru", "Россия", "РФ", "Российская Федерация", "俄罗斯", "俄罗斯联邦", "Russia", "Russian Federation"],
    ["cn", "Китай", "КНР", "中国", "China", "PRC"],
    ["by", "Беларусь", "Белоруссия", "Республика Беларусь"],
  ],
  LotKind: [
    ["land", "земельный участок", "участок", "ЗУ", "земля", "土地", "地块", "plot"],
    ["building", "здание", "корпус", "строение", "厂房", "建筑"],
    ["unit", "помещение", "блок", "цех", "часть здания", "单元"],
  ],
  LotStatus: [
    ["available", "свободный", "свободно", "свободна", "не занят", "доступен", "вакантный", "可用", "空置"],
    ["reserved", "зарезервирован", "резерв", "бронь", "забронировано", "已预订"],
    ["taken", "занято", "занята", "сдан", "продан", "передан", "в аренде", "已租", "已占用"],
    ["partly_reserved", "частично зарезервирован", "частично занят"],
  ],
  Currency: [
    ["rub", "руб", "рубль", "рублей", "RUB", "₽", "р", "卢布"],
    ["cny", "юань", "юаней", "CNY", "元", "人民币", "¥"],
    ["usd", "доллар", "USD", "$", "долл", "美元"],
  ],
  PricePer: [
    ["m2_year", "руб/м2/год", "за кв м в год", "за 1 кв.м в год", "м2 год"],
    ["m2_month", "руб/м2/мес", "за кв м в месяц", "м2 мес"],
    ["ha", "за га", "руб/га", "за 1 га"],
    ["total", "за объект", "всего", "за участок", "за лот"],
  ],
  Vat: [
    ["included", "с НДС", "включая НДС", "в т.ч. НДС"],
    ["excluded", "без НДС", "не включает НДС"],
    ["exempt", "не облагается", "НДС не облагается"],
  ],
  OrganisationKind: [
    ["company", "ООО", "АО", "ПАО", "ИП", "предприятие", "компания", "企业", "公司", "юридическое лицо"],
    ["park_operator", "управляющая компания", "УК"],
  ],
};

/** Words of the options of a set in one language, by value. */
export function optionWords(messages: Messages, set: string): Record<string, string> {
  const words: Record<string, string> = {};
  for (const place of optionPlaces[set] ?? []) {
    let at: unknown = messages;
    for (const key of place.split(".")) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
    for (const [value, word] of Object.entries(at ?? {})) if (typeof word === "string") words[value] ??= word;
  }
  return words;
}

const books = new WeakMap<AllMessages, Map<string, OptionBook>>();

/** How the options of a set may be written, in any language. */
export function bookOf(all: AllMessages, set: string): OptionBook {
  const known = books.get(all) ?? new Map<string, OptionBook>();
  books.set(all, known);
  const made = known.get(set);
  if (made) return made;
  const words = Object.fromEntries(locales.map((locale) => [locale, optionWords(all[locale], set)]));
  const book = makeBook(words, alsoWritten[set]);
  known.set(set, book);
  return book;
}

/** The name of a field, as it stands over its column in templates and exports. */
export function labelOf(messages: Messages, { label }: ImportField): string {
  const words = label.words.map((path) => wordAt(messages, path)).join(": ");
  const unit = label.unit ? `, ${wordAt(messages, label.unit)}` : "";
  const language = label.language ? ` (${wordAt(messages, `common.language.${label.language}`)})` : "";
  return `${words}${unit}${language}`;
}
