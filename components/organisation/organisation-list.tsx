import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { OrganisationName } from "@/components/organisation/organisation-name";
import type { OrganisationView } from "@/lib/organisation/types";

/** Organisations in one line of text. */
export function OrganisationList({ organisations }: { organisations: OrganisationView[] }) {
  const t = useTranslations("common.list");
  return organisations.map((organisation, index) => (
    <Fragment key={organisation.shown === "named" ? organisation.slug : index}>
      {index > 0 && t("organisations")}
      <OrganisationName organisation={organisation} />
    </Fragment>
  ));
}
