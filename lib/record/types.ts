import type * as Enums from "@/lib/db/generated/enums";

/** Options that a form offers, by the name of their set. */
export type OptionSets = Pick<
  {
    [Name in keyof typeof Enums]: (typeof Enums)[Name] extends Record<string, string>
      ? (typeof Enums)[Name][keyof (typeof Enums)[Name]]
      : never;
  },
  | "Availability"
  | "Capacity"
  | "ConsentBasis"
  | "ConsentLevel"
  | "ContactKind"
  | "CoordinatePrecision"
  | "Country"
  | "CrossingKind"
  | "CrossingStatus"
  | "Currency"
  | "DatePrecision"
  | "Direction"
  | "EventKind"
  | "ItemField"
  | "ItemKind"
  | "LegalFlagKey"
  | "Locale"
  | "LotKind"
  | "LotStatus"
  | "MeasureScope"
  | "MediaLicence"
  | "MediaRole"
  | "MeetingLevel"
  | "OpportunityKind"
  | "OrganisationKind"
  | "OutcomeKind"
  | "OutcomeStage"
  | "PlaceKind"
  | "PricePer"
  | "ProjectStage"
  | "Qualifier"
  | "Sector"
  | "ServiceKey"
  | "ServiceStatus"
  | "Side"
  | "SiteKind"
  | "SiteStatus"
  | "StageStatus"
  | "Tax"
  | "ThreeValued"
  | "TieRelation"
  | "TransportMode"
  | "TravelMode"
  | "Unit"
  | "UtilityKind"
  | "UtilityUnit"
  | "Vat"
  | "Visibility"
>;
export type OptionSet = keyof OptionSets;

/** Kinds of records and of the rows inside them. */
export type Kind = Enums.Kind;
