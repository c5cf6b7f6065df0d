import type { Prisma } from "@/lib/db/generated/client";
import type { RecordPlan } from "./record-plan";
import { mergeRows, type Rows } from "./rows";

type Tx = Prisma.TransactionClient;

/** Records that are not there yet. A region's record waits for its region row, because each points to the other. */
export async function createRecords(tx: Tx, plans: RecordPlan[], now: Date): Promise<void> {
  const toRow = (plan: RecordPlan) => ({
    id: plan.id,
    kind: plan.kind,
    slug: plan.slug,
    regionId: plan.kind === "region" ? null : plan.regionId,
    sectors: plan.sectors,
    state: plan.isStub ? ("draft" as const) : ("published" as const),
    version: plan.version,
    publishedAt: plan.isStub ? null : now,
    seedHash: plan.hash,
    seedVersion: plan.version,
  });
  const regions = plans.filter((plan) => plan.kind === "region");
  await tx.record.createMany({ data: regions.map(toRow) });
  await tx.region.createMany({ data: mergeRows(regions.map((plan) => plan.rows)).region });
  for (const { id } of regions) await tx.record.update({ where: { id }, data: { regionId: id }, select: { id: true } });
  await tx.record.createMany({ data: plans.filter((plan) => plan.kind !== "region").map(toRow) });
  await tx.recordText.createMany({
    data: plans.flatMap((plan) => {
      const state = plan.isStub ? ("draft" as const) : ("published" as const);
      return plan.rows.recordText.map((text) => ({ ...text, state, publishedAt: plan.isStub ? null : now }));
    }),
  });
}

/** Rows of the entity tables, after their records; each table after those it points to. */
export async function createEntities(tx: Tx, rows: Rows): Promise<void> {
  await tx.organisation.createMany({ data: rows.organisation });
  await tx.person.createMany({ data: rows.person });
  await tx.consent.createMany({ data: rows.consent });
  await tx.place.createMany({ data: rows.place });
  await tx.tie.createMany({ data: rows.tie });
  await tx.regime.createMany({ data: rows.regime });
  await tx.measure.createMany({ data: rows.measure });
  await tx.crossing.createMany({ data: rows.crossing });
  await tx.site.createMany({ data: rows.site });
  await tx.event.createMany({ data: rows.event });
  await tx.project.createMany({ data: rows.project });
  await tx.visit.createMany({ data: rows.visit });
  await tx.outcome.createMany({ data: rows.outcome });
  await tx.outcomeStep.createMany({ data: rows.outcomeStep });
}

/** Rows inside records, their backing and their words. The database gives each its part by itself. */
export async function createChildren(tx: Tx, rows: Rows): Promise<void> {
  await tx.strength.createMany({ data: rows.strength });
  await tx.indicator.createMany({ data: rows.indicator });
  await tx.contact.createMany({ data: rows.contact });
  await tx.legalFlag.createMany({ data: rows.legalFlag });
  await tx.taxRule.createMany({ data: rows.taxRule });
  await tx.regimeLimit.createMany({ data: rows.regimeLimit });
  await tx.lot.createMany({ data: rows.lot });
  await tx.siteUtility.createMany({ data: rows.siteUtility });
  await tx.transportLink.createMany({ data: rows.transportLink });
  await tx.siteStage.createMany({ data: rows.siteStage });
  await tx.siteService.createMany({ data: rows.siteService });
  await tx.residency.createMany({ data: rows.residency });
  await tx.visitPlace.createMany({ data: rows.visitPlace });
  await tx.visitEvent.createMany({ data: rows.visitEvent });
  await tx.participant.createMany({ data: rows.participant });
  await tx.programmeItem.createMany({ data: rows.programmeItem });
  await tx.outcomeParty.createMany({ data: rows.outcomeParty });
  await tx.outcomeOwner.createMany({ data: rows.outcomeOwner });
  await tx.fact.createMany({ data: rows.fact });
  await tx.citation.createMany({ data: rows.citation });
  await tx.partText.createMany({ data: rows.partText });
}

/** Refills the rows that filters and maps read: of changed sites, and of all sites of changed regions. */
export async function refillFilters(tx: Tx, plans: RecordPlan[]): Promise<void> {
  const regionIds = plans.filter((plan) => plan.kind === "region").map((plan) => plan.id);
  const ofRegions = await tx.record.findMany({
    where: { kind: "site", regionId: { in: regionIds } },
    select: { id: true },
  });
  const sites = plans.filter((plan) => plan.kind === "site");
  const ids = [...new Set([...sites, ...ofRegions].map(({ id }) => id))];
  if (ids.length > 0) await tx.$executeRaw`SELECT refill_site_filter(${ids}::uuid[])::text`;
}
