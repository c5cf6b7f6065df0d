import type { Prisma } from "@/lib/db/generated/client";
import type { OutcomeStage } from "@/lib/db/generated/enums";
import type { KnownRecord } from "./known-rows";
import type { RecordPlan } from "./record-plan";
import { mergeRows, type Rows } from "./rows";

type Tx = Prisma.TransactionClient;
type Change = { plan: RecordPlan; known: KnownRecord };

const LADDER: OutcomeStage[] = ["announced", "agreed", "signed", "in_work", "launched", "kept", "discontinued"];
const CORRECTION = "correction of the facts";

/**
 * Puts changed facts in force where nobody edited the record: new values in its row, its words and its backing; the rows
 * inside it go, so that they can be written anew. Publication, consent and steps are not touched: what was withdrawn
 * stays withdrawn, and the ladder moves only by a new step.
 */
export async function updateRecords(tx: Tx, changes: Change[], now: Date): Promise<void> {
  const ids = changes.map(({ plan }) => plan.id);
  await removeChildren(tx, ids);
  for (const { plan, known } of changes) {
    // A place that only a tie named and that has a fact of its own by now.
    const publication =
      known.state === "draft" && !plan.isStub ? { state: "published" as const, publishedAt: now } : {};
    await tx.record.update({
      where: { id: plan.id },
      data: {
        regionId: plan.regionId,
        sectors: plan.sectors,
        version: plan.version,
        seedHash: plan.hash,
        seedVersion: plan.version,
        ...publication,
      },
      select: { id: true },
    });
    for (const { recordId, locale, ...words } of plan.rows.recordText) {
      await tx.recordText.upsert({
        where: { recordId_locale: { recordId, locale } },
        update: { ...words, ...publication },
        create: { recordId, locale, ...words, state: known.state, ...publication },
        select: { locale: true },
      });
    }
  }
  await updateEntities(tx, mergeRows(changes.map(({ plan }) => plan.rows)));
}

async function removeChildren(tx: Tx, ids: string[]): Promise<void> {
  const inRecord = { where: { recordId: { in: ids } } };
  const inRegion = { where: { regionId: { in: ids } } };
  const inSite = { where: { siteId: { in: ids } } };
  const inVisit = { where: { visitId: { in: ids } } };
  const inOutcome = { where: { outcomeId: { in: ids } } };
  await tx.partText.deleteMany(inRecord);
  await tx.fact.deleteMany(inRecord);
  await tx.strength.deleteMany(inRegion);
  await tx.indicator.deleteMany(inRegion);
  await tx.contact.deleteMany(inRecord);
  await tx.legalFlag.deleteMany(inRecord);
  await tx.taxRule.deleteMany(inRecord);
  await tx.regimeLimit.deleteMany({ where: { regimeId: { in: ids } } });
  await tx.lot.deleteMany(inSite);
  await tx.siteUtility.deleteMany(inSite);
  await tx.transportLink.deleteMany(inSite);
  await tx.siteStage.deleteMany(inSite);
  await tx.siteService.deleteMany(inSite);
  await tx.residency.deleteMany(inSite);
  await tx.visitPlace.deleteMany(inVisit);
  await tx.visitEvent.deleteMany(inVisit);
  await tx.participant.deleteMany(inVisit);
  await tx.programmeItem.deleteMany(inVisit);
  await tx.outcomeParty.deleteMany(inOutcome);
  await tx.outcomeOwner.deleteMany(inOutcome);
}

async function updateEntities(tx: Tx, rows: Rows): Promise<void> {
  const select = { id: true };
  for (const { id, ...data } of rows.region) await tx.region.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.organisation) await tx.organisation.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.person) await tx.person.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.place) await tx.place.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.tie) await tx.tie.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.regime) await tx.regime.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.measure) await tx.measure.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.crossing) await tx.crossing.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.site) await tx.site.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.event) await tx.event.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.project) await tx.project.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.visit) await tx.visit.update({ where: { id }, data, select });
  for (const { id, ...data } of rows.outcome) await tx.outcome.update({ where: { id }, data, select });
  await moveOutcomes(tx, rows.outcomeStep);
}

/** A stage that the facts correct becomes a further step; the database asks for a reason when it goes back. */
async function moveOutcomes(tx: Tx, steps: Rows["outcomeStep"]): Promise<void> {
  for (const step of steps) {
    const { stage } = await tx.outcome.findUniqueOrThrow({ where: { id: step.outcomeId }, select: { stage: true } });
    if (stage === step.toStage) continue;
    const goesBack = LADDER.indexOf(step.toStage) < LADDER.indexOf(stage);
    await tx.outcomeStep.create({
      data: { ...step, fromStage: stage, reason: goesBack ? CORRECTION : null },
      select: { id: true },
    });
  }
}
