import type { OrganisationFact, PersonFact } from "./facts-schema/organisation";
import type { KnownRows } from "./known-rows";
import { RecordPlan } from "./record-plan";

/** The mark that the facts put behind a name in Latin letters whose characters nobody confirmed. */
const UNCONFIRMED = "汉字待核实";

/** Organisations of a file. Public reporting named each of them, which is the ground of their consent level. */
export function planOrganisation(fact: OrganisationFact, region: string | null, known: KnownRows): RecordPlan {
  const { slug, name, profile, sectors, sources } = fact;
  const plan = new RecordPlan(
    { kind: "organisation", slug, region, fact, name, summary: profile, sectors, backing: { sources } },
    known,
  );
  plan.rows.organisation.push({
    id: plan.id,
    kind: fact.kind,
    country: fact.country,
    website: fact.website ?? null,
    phone: fact.phone ?? null,
    foundedYear: fact.founded ?? null,
  });
  plan.rows.consent.push({ organisationId: plan.id, level: "named", basis: "public_reporting" });
  return plan;
}

export function planPerson(fact: PersonFact, region: string | null, known: KnownRows): RecordPlan {
  const plan = new RecordPlan({ kind: "person", slug: fact.slug, region, fact, name: fact.name, backing: fact }, known);
  plan.rows.person.push({
    id: plan.id,
    organisationId: known.idOf("organisation", fact.orgSlug),
    isHanziConfirmed: !fact.name.zh.includes(UNCONFIRMED),
  });
  plan.rows.consent.push({ personId: plan.id, level: "named", basis: "public_reporting" });
  plan.words(plan.part, { position: fact.position });
  return plan;
}
