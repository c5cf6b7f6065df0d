import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { RecoveryCodes } from "@/components/staff/recovery-codes";
import { SecondFactorBegin } from "@/components/staff/second-factor-begin";
import { SecondFactorConfirm } from "@/components/staff/second-factor-confirm";
import { SecondFactorOn } from "@/components/staff/second-factor-on";
import { Note } from "@/components/ui/note";
import { secondFactorRoles } from "@/lib/auth/rules";
import { requireActor, secondFactorPath } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";
import { getNewRecoveryCodes, getSetup } from "@/lib/staff/second-factor/staff-queries";

type Props = PageProps<"/[locale]/admin/account/second-factor">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.secondFactor" });
  return staffTitle(locale, t("title"));
}

/** Begun, confirmed by a first code, then the recovery codes, then as it stands. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = secondFactorPath;
  const actor = await requireActor(locale, path, { withoutSecondFactor: true });
  const query = await readQuery(searchParams);
  const tried = await readTry(actor, query.try);
  const t = await getTranslations({ locale, namespace: "staff.secondFactor" });
  const codes = actor.hasSecondFactor ? await getNewRecoveryCodes(actor, new Date()) : null;
  const setup = actor.hasSecondFactor ? null : await getSetup(actor);
  return (
    <AdminFrame actor={actor} locale={locale} current="account" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      {actor.mustSetUpSecondFactor && <Note kind="warn">{t("must")}</Note>}
      <div className="narrow">
        {codes ? (
          <RecoveryCodes locale={locale} codes={codes} />
        ) : actor.hasSecondFactor ? (
          <SecondFactorOn
            locale={locale}
            tried={tried}
            isObligatory={actor.grants.some(({ role }) => secondFactorRoles.includes(role))}
          />
        ) : setup ? (
          <SecondFactorConfirm locale={locale} setup={setup} tried={tried} />
        ) : (
          <SecondFactorBegin locale={locale} tried={tried} />
        )}
      </div>
    </AdminFrame>
  );
}
