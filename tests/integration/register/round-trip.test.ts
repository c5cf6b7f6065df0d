import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import { listFilterSchema } from "@/lib/record/list/schema";
import { applyBatch } from "@/lib/register/apply/mutations";
import { openExport } from "@/lib/register/export/staff-queries";
import { makeTemplate } from "@/lib/register/template/workbook";
import { type RegisterKind, registerKinds } from "@/lib/register/types";
import { undoBatch } from "@/lib/register/undo/mutations";
import { type FileFormat, UnreadableFile } from "@/lib/spreadsheet/types";
import { toFile } from "@/lib/spreadsheet/write";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { prepareReader, takeIn } from "@/tests/support/registers";
import { sheetsOf } from "@/tests/support/sheets";

const now = new Date("2026-11-22T09:00:00Z");
const good = { onlyGood: true, isConfirmed: true };

describe("what goes out comes in again", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let sourceId: string;
  beforeAll(async () => {
    [test] = await Promise.all([publicDatabase(), prepareReader()]);
    sourceId = (await test.client.source.findFirstOrThrow({ select: { id: true } })).id;
  });
  afterAll(() => test?.drop());

  async function inRegion(region: string): Promise<{ actor: Actor; regionId: string }> {
    const regionId = await recordId(test.client, "region", region);
    return { actor: await makeActor(test.client, "Approver", { role: "approver", regionId }), regionId };
  }
  async function exported(actor: Actor, region: string, list: RegisterKind, format: FileFormat, locale: Locale) {
    const filter = listFilterSchema.parse({ kind: "site", region });
    const { name, headers, rows } = await openExport(actor, { filter, recordId: null, list, locale });
    return Buffer.from(await new Response(toFile(format, name, headers, rows)).arrayBuffer());
  }

  it.each([
    ["khabarovsk", "site", "xlsx", "ru"],
    ["tver", "site", "csv", "zh"],
    ["moscow", "site", "xlsx", "en"],
    ["moscow-oblast", "lot", "xlsx", "zh"],
    ["tver", "lot", "csv", "ru"],
    ["khabarovsk", "resident", "xlsx", "ru"],
    ["moscow-oblast", "resident", "csv", "en"],
  ] as const)("%s, %s as %s in %s: nothing changes", async (region, kind, format, locale) => {
    const { actor, regionId } = await inRegion(region);
    const file = await exported(actor, region, kind, format, locale);
    const view = await takeIn(file, { actor, regionId, kind, locale, sourceId, settings: { constants: {} } }).catch(
      (error: unknown) => {
        // A region that has none of them gives a file of heads alone.
        if (error instanceof UnreadableFile) return null;
        throw error;
      },
    );
    if (!view) return expect(kind).not.toBe("site");
    expect(view.rows.filter(({ verdict }) => verdict !== "unchanged")).toEqual([]);
    expect(view.batch.counts).toMatchObject({ records: 0, error: 0, confirms: 0 });
  });

  it("nobody gets what he may not see", async () => {
    const { actor } = await inRegion("tver");
    const stranger = await makeActor(test.client, "Nobody");
    const site = await recordId(test.client, "site", "sez-nyagan");
    const wish = { list: null, locale: "ru" } as const;
    const filter = listFilterSchema.parse({ kind: "site" });
    expect((await openExport(actor, { filter, recordId: site, ...wish })).count).toBe(0);
    expect((await openExport(stranger, { filter, recordId: null, ...wish })).count).toBe(0);
    const own = await openExport(actor, { filter, recordId: null, ...wish });
    const tver = await test.client.record.count({ where: { kind: "site", region: { record: { slug: "tver" } } } });
    expect(own.count).toBe(tver);
  });

  it.each(registerKinds)("the template of %s is read as it is, its example left out", async (kind) => {
    const { actor, regionId } = await inRegion("tver");
    for (const locale of locales) {
      const { bytes } = await makeTemplate(kind, locale);
      const view = await takeIn(bytes, { actor, regionId, kind, locale, sourceId });
      expect(view.rows.map(({ verdict, notices }) => [verdict, notices[0]?.code])).toEqual([
        ["skipped", "example_row"],
      ]);
      expect(Object.keys(view.batch.mapping)).toHaveLength(view.batch.headers.length);
    }
  });

  it("lots and residents come in, and go again", async () => {
    const { actor, regionId } = await inRegion("yugra");
    const site = await recordId(test.client, "site", "sez-nyagan");
    const before = await sheetsOf(test.client, site);
    const lots =
      "Площадка;Номер лота;Вид;Статус;Площадь, га;Стоимость, руб.;За что цена;Срок;Примечание\nsez-nyagan;1;участок;свободен;12,5;1 000 000;за лот;III кв. 2027;рядом дорога\nsez-nyagan;2;участок;занято;н/д;;;;\nsez-nyagan;2;участок;занято;3;;;;\n";
    const first = await takeIn(lots, { actor, regionId, kind: "lot", sourceId, settings: { constants: {} } });
    expect(first.batch.counts).toMatchObject({ new: 2, error: 1, records: 1 });
    await applyBatch(actor, first.batch.id, good, now);
    const lot = await test.client.lot.findFirstOrThrow({ where: { siteId: site, code: "1" } });
    expect([
      String(lot.areaHa),
      String(lot.priceAmount),
      lot.priceCurrency,
      lot.pricePer,
      lot.availablePrecision,
    ]).toEqual(["12.5", "1000000", "rub", "total", "quarter"]);

    const residents =
      "Площадка;Резидент;ИНН;Страна;Вид\nsez-nyagan;ООО «Проба»;8601000000;Россия;ООО\nsez-nyagan;ООО «Проба»;86 01 000000;РФ;компания\nнет такой;ООО «Другая»;;Россия;ООО\n";
    const settings = { constants: {}, isOpenRegister: true };
    const second = await takeIn(residents, { actor, regionId, kind: "resident", sourceId, settings });
    expect(second.batch.counts).toMatchObject({ error: 1, records: 2 });
    await applyBatch(actor, second.batch.id, good, now);
    const company = await test.client.organisation.findFirstOrThrow({
      where: { taxNumber: "8601000000" },
      include: { residencies: true, record: true },
    });
    expect(company).toMatchObject({ consentLevel: "named", record: { state: "published", regionId } });
    expect(company.residencies.map(({ siteId }) => siteId)).toEqual([site]);

    await undoBatch(actor, second.batch.id, now);
    await undoBatch(actor, first.batch.id, now);
    expect(await sheetsOf(test.client, site)).toEqual(before);
    expect(await test.client.organisation.count({ where: { taxNumber: "8601000000" } })).toBe(0);
  });
});
