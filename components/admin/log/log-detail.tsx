import { useTranslations } from "next-intl";
import { useMoments } from "@/components/admin/moments";
import { Foreign } from "@/components/ui/foreign";
import { Words } from "@/components/ui/words";
import type { AuditAction, AuditDetail, NamedGrant } from "@/lib/audit/types";
import { sourceFields } from "@/lib/source/editor/types";

/** What a line of the log tells beside what was done to what, in words. */
export function LogDetail({ action, detail, zone }: { action: AuditAction; detail: AuditDetail; zone: string }) {
  const t = useTranslations("audit");
  const part = useTranslations("records.part");
  const list = useTranslations("common.list");
  const field = useTranslations("sources.form");
  const kind = useTranslations("import.kind");
  const moments = useMoments(zone);
  const {
    parts,
    isMinor,
    publishAt,
    owner,
    expiresAt,
    fileName,
    places,
    register,
    rows,
    records,
    isInForce,
    programme,
    audience,
    people,
    count,
    machine,
    own,
    step,
    before,
    grants,
    texts,
    reason,
  } = detail;
  const named = parts.map((one) => (one === "all" ? t("detail.all") : part(one)));
  const isSessions = action === "staff.sessions.end";
  return (
    <>
      {named.length > 0 && <p>{t("parts", { parts: named.join(list("separator")) })}</p>}
      {publishAt && <p>{t("detail.publishAt", { at: moments.dayAndTime(publishAt) })}</p>}
      {owner && <p>{t.rich("detail.owner", { name: () => <Foreign text={owner} /> })}</p>}
      {expiresAt && <p>{t("detail.expiresAt", { at: moments.dayAndTime(expiresAt) })}</p>}
      {fileName && <p>{t.rich("detail.file", { name: () => <Foreign text={fileName} /> })}</p>}
      {places !== undefined && <p>{t("detail.places", { count: places })}</p>}
      {register && <p>{t("detail.register", { kind: kind(register) })}</p>}
      {rows !== undefined && <p>{t("detail.rows", { count: rows })}</p>}
      {records !== undefined && <p>{t("detail.records", { count: records })}</p>}
      {isInForce !== undefined && <p>{t(isInForce ? "detail.inForce" : "detail.asDrafts")}</p>}
      {programme !== undefined && <p>{t("detail.programme", { number: String(programme) })}</p>}
      {audience && <p>{t(`detail.audience.${audience}`)}</p>}
      {people !== undefined && <p>{t("detail.people", { count: people })}</p>}
      {isMinor && <p>{t("minor")}</p>}
      {own && <p>{t("detail.own")}</p>}
      {count !== undefined && <p>{t(isSessions ? "detail.sessions" : "detail.texts", { count })}</p>}
      {machine && <p>{t("detail.machine", { name: machine })}</p>}
      {step && <p>{t("detail.wrongCode")}</p>}
      {before && <Grants title={t("detail.before")} grants={before} />}
      {grants && <Grants title={t(before ? "detail.after" : "detail.roles")} grants={grants} />}
      {sourceFields.map(
        (name) =>
          texts[name] !== undefined && (
            <p key={name}>
              {t("detail.was", { field: field(name) })}{" "}
              {texts[name] ? <Foreign text={texts[name]} /> : t("detail.empty")}
            </p>
          ),
      )}
      {reason && (
        <p>
          {t("detail.reason")} <Foreign text={reason} />
        </p>
      )}
    </>
  );
}

function Grants({ title, grants }: { title: string; grants: readonly NamedGrant[] }) {
  const t = useTranslations("audit.detail");
  const role = useTranslations("rights.role");
  const list = useTranslations("common.list");
  return (
    <p>
      {title} {grants.length === 0 && t("none")}
      {grants.map((grant, index) => (
        // two grants of a line may have the same words
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <span key={index}>
          {index > 0 && list("separator")}
          {role(grant.role)}
          {grant.scope && (
            <>
              {" "}
              (<Words value={grant.scope} hasMark={false} />)
            </>
          )}
        </span>
      ))}
    </p>
  );
}
