import { useTranslations } from "next-intl";
import { CheckInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useMoments } from "@/components/admin/moments";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { DryRun } from "@/components/register/dry-run";
import { MappingForm } from "@/components/register/mapping-form";
import { Icon } from "@/components/ui/icon";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { BatchView } from "@/lib/register/batch/types";
import type { Verdict } from "@/lib/register/types";

type Props = {
  view: BatchView;
  verdict: Verdict | null;
  mayPublish: boolean;
  tried: Tried | null;
  locale: Locale;
  zone: string;
};

/** A list on its way: columns, comparison, effect, and the way back. */
export function BatchPage({ view, verdict, mayPublish, tried, locale, zone }: Props) {
  const t = useTranslations("import");
  const moments = useMoments(zone);
  const { batch } = view;
  const isOpen = batch.state === "uploaded" || batch.state === "checked";
  return (
    <>
      <Steps view={view} />
      <p className="lead">
        {t("head", {
          kind: t(`kind.${batch.kind}`),
          region: view.regionName,
          when: moments.dayAndTime(view.createdAt),
          who: view.who,
          row: batch.headerRow,
        })}{" "}
        {view.encoding && view.encoding !== "utf-8" && t("encoding", { encoding: view.encoding })}
      </p>
      {view.work && (
        <Note kind="warn" role="status">
          {t(`working.${view.work}`)}
        </Note>
      )}
      {view.trouble && !view.work && <Trouble trouble={view.trouble} />}
      {view.sameFile && isOpen && (
        <Note kind="warn">
          {t("sameFile", { when: moments.dayAndTime(view.sameFile.at) })}{" "}
          <a href={`/${locale}/admin/import/${view.sameFile.id}`}>{t("sameFileLink")}</a>
        </Note>
      )}
      {!isOpen && <Applied view={view} locale={locale} zone={zone} />}
      {batch.state === "checked" && !view.work && (
        <Panel title={t("apply.title")} id="apply">
          <Apply view={view} mayPublish={mayPublish} tried={tried} locale={locale} />
        </Panel>
      )}
      {batch.state !== "uploaded" && (
        <Panel title={t("check.title")}>
          <DryRun view={view} verdict={verdict} locale={locale} />
        </Panel>
      )}
      {isOpen && !view.work && (
        <Panel title={t("map.title")}>
          <MappingForm view={view} tried={tried} locale={locale} />
        </Panel>
      )}
      {isOpen && !view.work && (
        <FormFrame locale={locale} action="import-discard" back={`/admin/import/${batch.id}`}>
          <input type="hidden" name="batch" value={batch.id} />
          <button type="submit" className="btn btn-small btn-bad imp-discard">
            {t("apply.discard")}
          </button>
        </FormFrame>
      )}
    </>
  );
}

/** Where the list stands; each step says whether it is done. */
function Steps({ view: { batch } }: { view: BatchView }) {
  const t = useTranslations("import.steps");
  const at = { uploaded: 1, checked: 2, applied: 4, undone: 4 }[batch.state];
  return (
    <ol className="imp-steps" aria-label={t("label")}>
      {(["file", "mapping", "check", "apply"] as const).map((step, index) => (
        <li key={step} className={index < at ? "imp-done" : undefined} aria-current={index === at ? "step" : undefined}>
          {index < at && <Icon name="check" />}
          {t(step)}
        </li>
      ))}
    </ol>
  );
}

function Note({ kind, role, children }: { kind: "warn" | "bad" | "ok"; role?: "status"; children: React.ReactNode }) {
  const names = { warn: "note note-warn", bad: "note note-bad", ok: "note note-ok" };
  return (
    <div className={names[kind]} role={role}>
      <Icon name={kind === "ok" ? "yes" : "warn"} />
      <p>{children}</p>
    </div>
  );
}

function Trouble({ trouble }: { trouble: string }) {
  const t = useTranslations("import.trouble");
  const [kind, rule = ""] = trouble.split(":");
  return <Note kind="bad">{kind === "stale" ? t("stale") : kind === "rule" ? t("rule", { rule }) : t("failed")}</Note>;
}

function Apply({
  view,
  mayPublish,
  tried,
  locale,
}: {
  view: BatchView;
  mayPublish: boolean;
  tried: Tried | null;
  locale: Locale;
}) {
  const t = useTranslations("import.apply");
  const again = useTried(tried);
  const { counts, id } = view.batch;
  if (!counts || counts.records === 0) return null;
  return (
    <FormFrame locale={locale} action="import-apply" back={`/admin/import/${id}#apply`}>
      <input type="hidden" name="batch" value={id} />
      <p>{mayPublish ? t("inForce") : t("drafts")}</p>
      {counts.error > 0 && (
        <div className="field">
          <CheckInput
            name="onlyGood"
            label={t("onlyGood", { count: counts.error })}
            isOn={again.value("onlyGood") === "yes"}
          />
          {again.error("onlyGood") && <p className="err">{again.error("onlyGood")}</p>}
        </div>
      )}
      {counts.confirms > 0 && (
        <div className="field">
          <CheckInput
            name="confirmed"
            label={t("confirmed", { count: counts.confirms })}
            isOn={again.value("confirmed") === "yes"}
          />
          {again.error("confirmed") && <p className="err">{again.error("confirmed")}</p>}
        </div>
      )}
      <button type="submit" className="btn btn-primary">
        {mayPublish ? t("button") : t("buttonDrafts")}
      </button>
    </FormFrame>
  );
}

function Applied({ view, locale, zone }: { view: BatchView; locale: Locale; zone: string }) {
  const t = useTranslations("import.applied");
  const moments = useMoments(zone);
  const { batch } = view;
  const when = moments.dayAndTime(view.appliedAt ?? view.createdAt);
  const who = view.appliedBy ?? view.who;
  return (
    <Panel title={t("title")}>
      <p>{batch.isInForce ? t("inForce", { who, when }) : t("drafts", { who, when })}</p>
      {batch.state === "undone" && view.undoneAt && (
        <p>
          <b>{t("undone", { when: moments.dayAndTime(view.undoneAt) })}</b>
        </p>
      )}
      {view.left.length > 0 && (
        <>
          <p>{t("left")}</p>
          <ul>
            {view.left.map(({ recordId, name, outcome }) => (
              <li key={recordId}>
                <a href={`/${locale}/admin/records/${recordId}`}>{name}</a>
                {outcome === "withdrawn" && ` (${t("withdrawn")})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {batch.state === "applied" && !view.work && (
        <FormFrame locale={locale} action="import-undo" back={`/admin/import/${batch.id}`}>
          <input type="hidden" name="batch" value={batch.id} />
          <p className="muted small">{t("undoHelp")}</p>
          <button type="submit" className="btn btn-bad">
            {t("undo")}
          </button>
        </FormFrame>
      )}
    </Panel>
  );
}
