import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import type { Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { HolidayRow } from "@/lib/programme/holiday/types";
import { pick } from "@/lib/translation/rules";

/** Days off of both countries in a year, and the form for one of them. */
export function HolidayTable({
  rows,
  year,
  locale,
  mayEdit,
  tried,
}: {
  rows: HolidayRow[];
  year: number;
  locale: Locale;
  mayEdit: boolean;
  tried: Tried | null;
}) {
  const t = useTranslations("visits.holidays");
  const dates = useDates();
  const back = `/admin/visits/holidays?year=${year}`;
  return (
    <div className="edit">
      <div>
        <nav className="vtabs" aria-label={t("year")}>
          {[year - 1, year, year + 1].map((one) => (
            <a
              key={one}
              href={`/${locale}/admin/visits/holidays?year=${one}`}
              aria-current={one === year ? "page" : undefined}
            >
              {one}
            </a>
          ))}
        </nav>
        <DataTable
          caption={t("caption")}
          columns={[t("day"), t("country"), t("name"), t("kind"), t("source"), ...(mayEdit ? [t("remove")] : [])]}
          rows={rows.map(
            ({ country, day, isWorkday, names, source }): TableRow => ({
              key: `${country}${day}`,
              head: dates.shortDay(day),
              cells: [
                t(country),
                <Foreign key="name" text={pick(names, locale)?.text ?? ""} />,
                t(isWorkday ? "work" : "off"),
                <Foreign key="source" text={source} />,
                ...(mayEdit
                  ? [
                      <FormFrame key="remove" locale={locale} action="remove-holiday" back={back}>
                        <button className="btn btn-small" type="submit" name="holiday" value={`${country}/${day}`}>
                          {t("remove")}
                          <span className="vh">
                            {" "}
                            {day} {t(country)}
                          </span>
                        </button>
                      </FormFrame>,
                    ]
                  : []),
              ],
            }),
          )}
        />
      </div>
      <aside>{mayEdit && <HolidayForm locale={locale} back={back} tried={tried} />}</aside>
    </div>
  );
}

function HolidayForm({ locale, back, tried }: { locale: Locale; back: string; tried: Tried | null }) {
  const t = useTranslations("visits.holidays");
  const again = useTried(tried);
  const field = (name: string) => ({ name, value: again.value(name), error: again.error(name) });
  return (
    <Panel title={t("add")}>
      <FormFrame locale={locale} action="save-holiday" back={back}>
        <SelectInput
          {...field("country")}
          label={t("country")}
          choices={(["ru", "cn"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <TextInput {...field("day")} type="date" label={t("day")} required />
        <SelectInput
          {...field("kind")}
          label={t("kind")}
          choices={(["off", "work"] as const).map((value) => ({ value, label: t(value) }))}
        />
        {locales.map((one) => (
          <TextInput
            key={one}
            {...field(one)}
            label={t(`nameIn.${one}`)}
            lang={one}
            max={120}
            required={one === "ru" ? undefined : false}
          />
        ))}
        <TextInput {...field("source")} label={t("source")} max={200} required />
        <button className="btn" type="submit">
          {t("save")}
        </button>
      </FormFrame>
    </Panel>
  );
}
