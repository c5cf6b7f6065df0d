import { useTranslations } from "next-intl";
import type { OptionSet, OptionSets } from "@/lib/record/types";

type Line = readonly [set: OptionSet, say: (value: never) => string];

function line<Set extends OptionSet>(set: Set, say: (value: OptionSets[Set]) => string): Line {
  return [set, say];
}

/**
 * Words of the options of a form. Where readers of the public pages meet an option, its words are theirs.
 *
 * @returns a function that takes the name of a set and one of its values
 */
export function useOptionWords(): (set: string, value: string) => string {
  const bySet = new Map<string, (value: never) => string>([...useSiteWords(), ...useVisitWords(), ...useOtherWords()]);
  return (set, value) => bySet.get(set)?.(value as never) ?? value;
}

function useSiteWords() {
  const site = useTranslations("site");
  const crossing = useTranslations("crossing");
  const record = useTranslations("record.option");
  return [
    line("SiteKind", (value) => site(`kind.${value}`)),
    line("SiteStatus", (value) => site(`status.${value}`)),
    line("CoordinatePrecision", (value) => record(`CoordinatePrecision.${value}`)),
    line("LotKind", (value) => site(`lots.kind.${value}`)),
    line("LotStatus", (value) => (value === "unknown" ? record("LotStatus.unknown") : site(`lots.status.${value}`))),
    line("PricePer", (value) => record(`PricePer.${value}`)),
    line("Vat", (value) => record(`Vat.${value}`)),
    line("UtilityKind", (value) => site(`utilities.kinds.${value}`)),
    line("UtilityUnit", (value) => record(`UtilityUnit.${value}`)),
    line("Availability", (value) =>
      value === "unknown" || value === "from_date"
        ? record(`Availability.${value}`)
        : site(`utilities.availability.${value}`),
    ),
    line("TransportMode", (value) => site(`transport.mode.${value}`)),
    line("StageStatus", (value) => site(`readiness.${value}`)),
    line("ServiceKey", (value) => site(`services.key.${value}`)),
    line("ServiceStatus", (value) => site(`services.status.${value}`)),
    line("LegalFlagKey", (value) => record(`LegalFlagKey.${value}`)),
    line("ThreeValued", (value) => record(`ThreeValued.${value}`)),
    line("Tax", (value) => site(`taxes.name.${value}`)),
    line("ProjectStage", (value) => site(`projects.stage.${value}`)),
    line("CrossingKind", (value) => crossing(`kind.${value}`)),
    line("CrossingStatus", (value) => crossing(`status.${value}`)),
  ];
}

function useVisitWords() {
  const visit = useTranslations("visit");
  const outcome = useTranslations("outcome");
  const event = useTranslations("event");
  const record = useTranslations("record.option");
  return [
    line("Direction", (value) => visit(`direction.${value}`)),
    line("Side", (value) => visit(`people.side.${value}`)),
    line("Capacity", (value) => visit(`people.capacity.${value}`)),
    line("ItemKind", (value) => visit(`item.${value}`)),
    line("ItemField", (value) => record(`ItemField.${value}`)),
    line("TravelMode", (value) => record(`TravelMode.${value}`)),
    line("Visibility", (value) => record(`Visibility.${value}`)),
    line("MeetingLevel", (value) => record(`MeetingLevel.${value}`)),
    line("ConsentLevel", (value) => record(`ConsentLevel.${value}`)),
    line("ConsentBasis", (value) => record(`ConsentBasis.${value}`)),
    line("OutcomeKind", (value) => outcome(`kind.${value}`)),
    line("OutcomeStage", (value) => outcome(`stage.${value}`)),
    line("EventKind", (value) => event(`kind.${value}`)),
    line("DatePrecision", (value) => record(`DatePrecision.${value}`)),
  ];
}

function useOtherWords() {
  const common = useTranslations("common");
  const region = useTranslations("region");
  const support = useTranslations("support");
  const record = useTranslations("record.option");
  return [
    line("Country", (value) => common(`country.${value}`)),
    line("Locale", (value) => common(`language.${value}`)),
    line("Sector", (value) => common(`sector.${value}`)),
    line("OrganisationKind", (value) => common(`organisation.kind.${value}`)),
    line("Currency", (value) => record(`Currency.${value}`)),
    line("Unit", (value) => record(`Unit.${value}`)),
    line("Qualifier", (value) =>
      value === "estimate" || value === "forecast" || value === "target"
        ? common(`qualifier.${value}`)
        : record(`Qualifier.${value}`),
    ),
    line("ContactKind", (value) => record(`ContactKind.${value}`)),
    line("PlaceKind", (value) => record(`PlaceKind.${value}`)),
    line("OpportunityKind", (value) => record(`OpportunityKind.${value}`)),
    line("TieRelation", (value) => region(`partners.kind.${value}`)),
    line("MediaLicence", (value) => record(`MediaLicence.${value}`)),
    line("MediaRole", (value) => record(`MediaRole.${value}`)),
    line("MeasureScope", (value) => support(`scope.${value}`)),
  ];
}
