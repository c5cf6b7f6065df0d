import type { ListField } from "@/lib/programme/party-list/import/types";

/** Heads of columns in the three languages, the narrower meaning before the wider one. */
export const heads: readonly (readonly [ListField, RegExp])[] = [
  ["number", /^(?:№|no|n|#|序号|编号|п п|№ п п|номер)$/u],
  [
    "nameAsInDocument",
    /(?:护照姓名|证件姓名|как в паспорте|по паспорту|as in (?:the )?(?:passport|document)|паспортн\p{L}* имя)/u,
  ],
  [
    "documentNumber",
    /(?:护照号|护照号码|证件号|身份证|номер (?:паспорта|документа)|паспорт|passport|document (?:no|number))/u,
  ],
  ["validTo", /(?:有效期|护照有效|действ\p{L}* до|срок действия|valid (?:to|until)|expir)/u],
  ["birthDate", /(?:出生|生日|дата рождения|рожд|birth)/u],
  ["citizenship", /(?:国籍|гражданство|citizenship|nationality)/u],
  [
    "han",
    /(?:中文(?:姓名|名)?|汉字|китайск\p{L}* (?:имя|язык)|имя (?:иероглифами|по китайски)|иероглиф|chinese name|name in chinese)/u,
  ],
  ["cyrillic", /(?:俄文|俄语|по русски|на русском|русск\p{L}* (?:имя|написание)|russian name|name in russian)/u],
  ["latin", /(?:拼音|英文|латин|пиньинь|на английском|по английски|pinyin|english name|name in english|latin)/u],
  ["sex", /^(?:性别|пол|sex|gender)$/u],
  ["phone", /(?:电话|手机|联系方式|телефон|моб|phone|mobile|tel$|wechat|微信)/u],
  ["role", /(?:团内|代表团职务|身份|роль|role|function)/u],
  ["position", /(?:职务|职位|职称|должност|position|title|post$)/u],
  [
    "organisation",
    /(?:单位|公司|企业|机构|组织|организац|компани|место работы|предприят|organi[sz]ation|company|employer|institution)/u,
  ],
  ["name", /(?:姓名|名字|фио|ф и о|фамилия|имя|участник|name|participant)/u],
];

/** A row that counts the people above it. */
export const sumRow = /^(?:итого|всего|total|合计|总计|共)/iu;
