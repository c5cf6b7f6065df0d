import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { visitPath } from "@/components/programme/visit-frame";
import type { Sector } from "@/lib/db/generated/enums";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { BeginChoice } from "@/lib/programme/begin/types";

/** Stops that need not be typed: templates, and tours of the region's sites of a sector. */
export function ReadyPanel({
  recordId,
  day,
  templates,
  routes,
  locale,
  tried,
}: {
  recordId: string;
  /** that they begin on, unless another is chosen */
  day: string;
  templates: BeginChoice[];
  routes: { sector: Sector; count: number }[];
  locale: Locale;
  tried: Tried | null;
}) {
  const t = useTranslations("visits.ready");
  const sector = useTranslations("common.sector");
  const again = useTried(tried);
  const choices = [
    ...(templates.length > 0 ? [{ label: t("templates"), choices: templates }] : []),
    ...(routes.length > 0
      ? [
          {
            label: t("routes"),
            choices: routes.map((route) => ({
              value: `route/${route.sector}`,
              label: t("route", { sector: sector(route.sector), count: String(route.count) }),
            })),
          },
        ]
      : []),
  ];
  return (
    <Panel id="ready" title={t("title")}>
      {choices.length === 0 ? (
        <p className="pan-empty">{t("none")}</p>
      ) : (
        <FormFrame locale={locale} action="add-stops" back={visitPath(recordId, "programme")}>
          <input type="hidden" name="record" value={recordId} />
          <SelectInput
            name="from"
            label={t("from")}
            value={again.value("from")}
            error={again.error("from")}
            choices={choices}
          />
          <TextInput
            name="day"
            type="date"
            label={t("day")}
            value={again.value("day", day)}
            error={again.error("day")}
            required
          />
          <button className="btn" type="submit">
            {t("add")}
          </button>
        </FormFrame>
      )}
    </Panel>
  );
}
