import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { ConsentLevel, Locale } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import type { Sheet } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { saveDraft } from "@/lib/record/draft/mutations";
import { createRecord } from "@/lib/record/mutations";
import { recordId } from "@/tests/support/actors";

type Names = { ru: string; zh: string; en: string };

/** An organisation in force and not published, as organizers enter it. */
export async function makeOrganisation(
  tx: Tx,
  regionId: string,
  name: Names,
  level: ConsentLevel,
  country: "ru" | "cn" = "cn",
): Promise<string> {
  const id = newId();
  await tx.record.create({
    data: {
      id,
      kind: "organisation",
      regionId,
      version: 1,
      sectors: ["electronics"],
      texts: { create: toTexts(name) },
    },
  });
  await tx.organisation.create({ data: { id, kind: "company", country } });
  await tx.consent.create({ data: { id: newId(), organisationId: id, level, basis: "agreed" } });
  return id;
}

/** A person of an organisation, in force and not published. */
export async function makePerson(
  tx: Tx,
  regionId: string,
  organisationId: string,
  name: Names,
  level: ConsentLevel,
): Promise<string> {
  const id = newId();
  await tx.record.create({
    data: { id, kind: "person", regionId, version: 1, texts: { create: toTexts(name) } },
  });
  await tx.person.create({ data: { id, organisationId, isHanziConfirmed: true } });
  for (const [locale, value] of Object.entries({ ru: "директор", zh: "总经理", en: "Director" })) {
    await tx.partText.create({
      data: {
        partId: id,
        recordId: id,
        kind: "person",
        field: "position",
        locale: locale as Locale,
        value,
        version: 1,
      },
    });
  }
  await tx.consent.create({ data: { id: newId(), personId: id, level, basis: "agreed" } });
  return id;
}

function toTexts(name: Names) {
  return Object.entries(name).map(([locale, text]) => ({
    locale: locale as Locale,
    name: text,
    version: 1,
    state: "draft" as const,
  }));
}

export type TestVisit = {
  head: RecordHead;
  ids: {
    open: { organisation: string; person: string };
    masked: { organisation: string; person: string };
    host: string;
    /** stops: public talk, guest tour past midnight in another zone, working dinner */
    stops: [talk: string, tour: string, dinner: string];
    members: { open: string; masked: string };
    meeting: string;
  };
  /** names that must stand in no output, and working words that only the working group reads */
  secrets: { names: string[]; working: string[] };
};

/**
 * An inbound visit in drafts, with everything an output could give away: a named and a masked person and company, the masked
 * name typed into a title, a working stop, a note, a result, fields kept from guests. Two zones, one stop past midnight.
 */
export async function makeVisit(tx: Tx, actor: Actor, region = "yugra"): Promise<TestVisit> {
  const regionId = await recordId(tx, "region", region);
  const openOrganisation = await makeOrganisation(
    tx,
    regionId,
    { ru: "Открытая компания", zh: "公开公司", en: "Open Company" },
    "named",
  );
  const maskedOrganisation = await makeOrganisation(
    tx,
    regionId,
    { ru: "Скрытая фирма", zh: "隐名实业", en: "Hidden Works" },
    "sector",
  );
  const person = await makePerson(
    tx,
    regionId,
    openOrganisation,
    { ru: "Тестов Открыт", zh: "郑公开", en: "Zheng Gongkai" },
    "named",
  );
  const maskedPerson = await makePerson(
    tx,
    regionId,
    maskedOrganisation,
    { ru: "Тестов Скрыт", zh: "尹不名", en: "Yin Buming" },
    "counted",
  );
  const hostOrganisation = await makeOrganisation(
    tx,
    regionId,
    { ru: "Принимающий завод", zh: "接待工厂", en: "Host Plant" },
    "named",
    "ru",
  );
  const host = await makePerson(
    tx,
    regionId,
    hostOrganisation,
    { ru: "Хозяинов Приём", zh: "霍贾伊诺夫", en: "Khozyainov Priyom" },
    "named",
  );
  const id = newId();
  await createRecord(actor, id, {
    kind: "visit",
    regionId,
    sourceLocale: "ru",
    name: "Визит проверки",
    slug: `proverka-${id.slice(-8)}`,
  });
  const head = await readHead(tx, id);
  if (!head) throw new Error("no visit");
  const [talk, tour, dinner] = [newId(), newId(), newId()];
  const [open, masked, place, meeting] = [newId(), newId(), newId(), newId()];
  const row = (group: string, rowId: string, values: Record<string, string>): Sheet =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`rows.${group}.${rowId}.${name}`, value]));
  const zone = "Asia/Yekaterinburg";
  const shared: Sheet = {
    slug: head.slug ?? `proverka-${id.slice(-8)}`,
    "values.direction": "inbound",
    "values.startsOn": "2026-12-14",
    "values.endsOn": "2026-12-15",
    "values.datePrecision": "day",
    "rows.places": place,
    ...row("places", place, { country: "ru", timeZone: zone, startsOn: "2026-12-14", endsOn: "2026-12-15" }),
    "rows.participants": `${open} ${masked}`,
    ...row("participants", open, { side: "cn", capacity: "head", personId: person, consentLevel: "named" }),
    ...row("participants", masked, { side: "cn", capacity: "member", personId: maskedPerson, consentLevel: "named" }),
    "rows.items": `${talk} ${tour} ${dinner}`,
    ...row("items", talk, {
      kind: "talks",
      visibility: "public",
      startsAt: "2026-12-14 10:00",
      endsAt: "2026-12-14 11:30",
      timeZone: zone,
      organisationId: hostOrganisation,
      hostId: host,
      contactPhone: "+7 346 000-00-01",
      contactWechat: "talk-wechat",
    }),
    ...row("items", tour, {
      kind: "plant_tour",
      visibility: "guest",
      startsAt: "2026-12-14 23:00",
      endsAt: "2026-12-15 01:00",
      timeZone: "Europe/Moscow",
      organisationId: maskedOrganisation,
      interpreterId: maskedPerson,
      hiddenFields: "text",
      travelMode: "coach",
      lat: "61.25",
      lon: "73.4",
      needsPass: "yes",
    }),
    ...row("items", dinner, {
      kind: "meal",
      visibility: "working",
      startsAt: "2026-12-15 19:00",
      endsAt: "2026-12-15 21:00",
      timeZone: zone,
    }),
    "rows.meetings": meeting,
    ...row("meetings", meeting, {
      itemId: talk,
      organisationId: hostOrganisation,
      participantId: open,
      interpreterId: host,
      level: "private_company",
      room: "Зал 1",
      startsAt: "2026-12-14 10:00",
      endsAt: "2026-12-14 10:30",
    }),
  };
  const words: Record<Locale, Sheet> = {
    ru: {
      name: "Визит проверки",
      [`texts.${place}.name`]: "Нягань",
      [`texts.${talk}.title`]: "Переговоры о стекле",
      [`texts.${talk}.address`]: "ул. Ленина, 1",
      [`texts.${tour}.title`]: "Осмотр завода «Скрытая фирма»",
      [`texts.${tour}.text`]: "внутренний порядок осмотра",
      [`texts.${tour}.workingNote`]: "рабочая заметка о пропусках",
      [`texts.${dinner}.title`]: "закрытый ужин рабочей группы",
      [`texts.${meeting}.topic`]: "Поставка печей",
      [`texts.${meeting}.result`]: "тайный результат встречи",
    },
    zh: {
      name: "测试访问",
      [`texts.${place}.name`]: "尼亚甘",
      [`texts.${talk}.title`]: "玻璃项目会谈",
      [`texts.${talk}.address`]: "列宁街1号",
      [`texts.${tour}.title`]: "参观隐名实业工厂",
      [`texts.${dinner}.title`]: "工作组内部晚餐",
      [`texts.${meeting}.topic`]: "窑炉供应",
    },
    en: {
      name: "A visit for checking",
      [`texts.${place}.name`]: "Nyagan",
      [`texts.${talk}.title`]: "Talks on glass",
      [`texts.${tour}.title`]: "Tour of Hidden Works",
      [`texts.${dinner}.title`]: "Closed dinner of the working group",
    },
  };
  for (const part of ["shared", "ru", "zh", "en"] as const) {
    const sheet = part === "shared" ? shared : words[part];
    const draft = await tx.draft.findFirst({
      where: { recordId: id, locale: part === "shared" ? null : part },
      select: { id: true, edition: true },
    });
    const base = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: 0 };
    await saveDraft(tx, actor, head, part, sheet, base);
  }
  return {
    head,
    ids: {
      open: { organisation: openOrganisation, person },
      masked: { organisation: maskedOrganisation, person: maskedPerson },
      host,
      stops: [talk, tour, dinner],
      members: { open, masked },
      meeting,
    },
    secrets: {
      names: ["Скрытая фирма", "隐名实业", "Hidden Works", "Тестов Скрыт", "尹不名", "Yin Buming"],
      working: [
        "рабочая заметка о пропусках",
        "закрытый ужин рабочей группы",
        "工作组内部晚餐",
        "Closed dinner of the working group",
        "тайный результат встречи",
      ],
    },
  };
}
