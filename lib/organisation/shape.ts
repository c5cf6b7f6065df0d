import { ConsentBasis, ConsentLevel, Country, OrganisationKind } from "@/lib/db/generated/enums";
import { commonRows, field, type RowsShape, type Shape } from "@/lib/publishing/shape";

const consents = {
  table: "consent",
  part: null,
  isOrdered: false,
  isAppendOnly: true,
  fields: { level: field.pick({ ConsentLevel }), basis: field.pick({ ConsentBasis }), evidence: field.text(600) },
} as const satisfies Omit<RowsShape, "owner">;

export const organisationShape: Shape = {
  kind: "organisation",
  table: "organisation",
  hasSectors: true,
  fields: {
    kind: field.pick({ OrganisationKind }),
    country: field.pick({ Country }),
    placeId: field.link("place"),
    website: field.website(),
    phone: field.phone(),
    foundedYear: field.year(),
    taxNumber: field.text(40, { format: "code" }),
  },
  rows: { consents: { ...consents, owner: "organisationId" } },
};

export const personShape: Shape = {
  kind: "person",
  table: "person",
  hasSectors: false,
  fields: { organisationId: field.must("organisation"), isHanziConfirmed: field.flag() },
  rows: { consents: { ...consents, owner: "personId" }, contacts: commonRows.contacts },
};
