import { useTranslations } from "next-intl";
import { Naming } from "@/components/admin/naming";
import type { Grant } from "@/lib/auth/types";
import type { ScopeNames } from "@/lib/staff/people/types";

/** Roles and where they hold, one a line. */
export function GrantList({ grants, scopes }: { grants: readonly Grant[]; scopes: ScopeNames }) {
  const t = useTranslations("staff");
  const role = useTranslations("rights.role");
  if (grants.length === 0) return <span className="muted">{t("account.rolesNone")}</span>;
  const nameOf = ({ regionId, siteId }: Grant) => {
    if (siteId) return scopes.sites.find(({ id }) => id === siteId)?.name ?? t("scope.gone");
    if (regionId) return scopes.regions.find(({ id }) => id === regionId)?.name ?? t("scope.gone");
    return t("scope.all");
  };
  return (
    <ul className="grants">
      {grants.map((grant) => (
        <li key={`${grant.role} ${grant.regionId} ${grant.siteId}`}>
          <b>{role(grant.role)}</b>{" "}
          <span className="muted">
            <Naming text={nameOf(grant)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
