import { useTranslations } from "next-intl";
import { OrganisationName } from "@/components/organisation/organisation-name";
import { Block } from "@/components/ui/block";
import { Words } from "@/components/ui/words";
import type { OrganisationView } from "@/lib/organisation/types";

export function ResidentList({ residents }: { residents: OrganisationView[] }) {
  const t = useTranslations("site.residents");
  return (
    <Block id="residents" title={t("title")}>
      {residents.length === 0 ? (
        <p className="unk">{t("none")}</p>
      ) : (
        <ul className="rows">
          {residents.map((resident, index) => (
            <li key={resident.shown === "named" ? resident.slug : index}>
              <b>
                <OrganisationName organisation={resident} />
              </b>
              {resident.shown === "named" && resident.profile && (
                <p className="small muted">
                  <Words value={resident.profile} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
