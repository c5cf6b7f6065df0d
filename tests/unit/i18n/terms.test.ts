import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messagesOf } from "@/tests/support/messages";

/** Words that editors of both countries agreed not to use here, by the word that stands in their place. */
const avoided: Record<Locale, Record<string, RegExp>> = {
  zh: {
    经济特区: /特殊经济区|自由经济区|开发区/,
    超前发展区: /跨越式|优先发展区|先进特区|国际自贸区/,
    自由港: /自由贸易港|海参崴/,
    入驻企业: /居民|住户|常住企业/,
    可用面积: /自由面积|空闲面积/,
    管理公司: /物业公司/,
    园区与地块: /平台|批次|标段/,
    公顷与亩: /英亩|亩顷|平米|平方公尺/,
    卢布: /十亿卢布|百万卢布/,
    筛选: /过滤器|滤镜/,
    来源: /源头/,
    信息待更新: /陈旧|不新鲜/,
    个人信息: /个人数据|隐私数据/,
    咨询: /询价/,
    工业共享厂房: /联合办公|众创空间/,
    轻型工业厂房: /轻工厂房|轻工业园/,
    兆瓦: /百万瓦|毫瓦/,
    铁路专用线: /铁路相邻|铁路附件/,
  },
  ru: {
    "особая экономическая зона": /свободн\S+ экономическ\S+ зон|СЭЗ/i,
    "территория опережающего развития": /ТОСЭР|ТОРСЭР/,
    обращение: /заявк|лид(?:а|ы|ов)?\b/i,
    "пекинское время": /китайское время/i,
    "статус резидента": /арендатор/i,
  },
  en: {
    "special economic zone": /free economic zone/i,
    "advanced special economic zone": /priority development (?:area|territory)|territory of priority/i,
    "resident company": /\btenants?\b/i,
    site: /\bplatforms?\b/i,
    "available area": /\bfree area\b/i,
    programme: /\bprogram\b/i,
    enquiry: /\binquir/i,
    organiser: /\borganizer|\bcenter\b|\bfavorite/i,
    mu: /\bacres?\b/i,
  },
};

describe.each(locales)("the words in %s", (locale) => {
  it.each(Object.entries(avoided[locale]))("say %s, not what stands for it elsewhere", (_, pattern) => {
    const wrong = [...messagesOf(locale)].filter(([, message]) => pattern.test(message));
    expect(wrong).toEqual([]);
  });
});
