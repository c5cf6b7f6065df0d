import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { visitPath } from "@/components/programme/visit-frame";
import { Sector } from "@/lib/db/generated/enums";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { VisitSummary } from "@/lib/programme/staff-types";

/** Where a visit stands, step by step, each leading to the page where it goes on. */
export function VisitOverview({
  summary,
  locale,
  tried,
}: {
  summary: VisitSummary;
  locale: Locale;
  tried: Tried | null;
}) {
  const t = useTranslations("visits.overview");
  const { visit } = summary;
  const state = (key: "basics" | "programme" | "people" | "links" | "outcomes", count: number) =>
    count > 0 ? t(`state.${key}_done`, { count }) : t(`state.${key}_todo`);
  const sent = visit.sent
    ? t(summary.isChanged ? "state.send_changed" : "state.send_done", { number: String(visit.sent) })
    : t("state.send_todo");
  const editor = `/${locale}/admin/records/${visit.id}`;
  const at = (tab: Parameters<typeof visitPath>[1]) => `/${locale}${visitPath(visit.id, tab)}`;
  const steps = [
    {
      key: "basics",
      href: `${editor}#figures`,
      isDone: summary.hasDates,
      words: state("basics", summary.hasDates ? 1 : 0),
    },
    { key: "programme", href: at("programme"), isDone: summary.stops > 0, words: state("programme", summary.stops) },
    { key: "people", href: at("people"), isDone: summary.members > 0, words: state("people", summary.members) },
    { key: "send", href: `${at("programme")}#send`, isDone: visit.sent !== null && !summary.isChanged, words: sent },
    { key: "links", href: at("links"), isDone: summary.links > 0, words: state("links", summary.links) },
    { key: "papers", href: at("papers"), isDone: false, words: t("state.papers_todo") },
    { key: "outcomes", href: at("outcomes"), isDone: summary.outcomes > 0, words: state("outcomes", summary.outcomes) },
  ] as const;
  return (
    <div className="edit">
      <div>
        <Panel title={t("next")}>
          <ol className="vsteps">
            {steps.map(({ key, href, isDone, words }) => (
              <li key={key} className={isDone ? "is-done" : undefined}>
                <a href={href}>{t(`steps.${key}`)}</a>
                <span>{words}</span>
              </li>
            ))}
          </ol>
        </Panel>
        {visit.may.share && <TemplateForm recordId={visit.id} locale={locale} tried={tried} />}
      </div>
      <aside>
        <Panel title={t("fields")}>
          <p className="muted">{t("fieldsHelp")}</p>
          <p>
            <a className="btn" href={editor}>
              {t("open")}
            </a>
          </p>
          {visit.state === "published" && summary.publicPath && (
            <p>
              <a href={`/${locale}${summary.publicPath}`}>{t("public")}</a>
            </p>
          )}
        </Panel>
      </aside>
    </div>
  );
}

function TemplateForm({ recordId, locale, tried }: { recordId: string; locale: Locale; tried: Tried | null }) {
  const t = useTranslations("visits.template");
  const sector = useTranslations("common.sector");
  const again = useTried(tried);
  return (
    <Panel id="template" title={t("title")}>
      <p className="muted">{t("intro")}</p>
      <FormFrame locale={locale} action="save-template" back={visitPath(recordId)}>
        <input type="hidden" name="record" value={recordId} />
        <TextInput
          name="name"
          label={t("name")}
          value={again.value("name")}
          error={again.error("name")}
          max={200}
          required
        />
        <SelectInput
          name="sector"
          label={t("sector")}
          value={again.value("sector")}
          error={again.error("sector")}
          choices={[
            { value: "", label: t("anySector") },
            ...Object.values(Sector).map((one) => ({ value: one, label: sector(one) })),
          ]}
        />
        <button className="btn" type="submit">
          {t("save")}
        </button>
      </FormFrame>
    </Panel>
  );
}
