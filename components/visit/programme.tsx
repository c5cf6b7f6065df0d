import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { ProgrammeLeg, ProgrammeStop } from "@/components/visit/programme-stop";
import { VisitFiles } from "@/components/visit/visit-files";
import type { ProgrammeItemView, VisitView } from "@/lib/visit/types";

/** Items of one day, in their order; `dayOn` is null for items whose day nobody published. */
type Day = { dayOn: string | null; items: ProgrammeItemView[] };

function byDay(items: ProgrammeItemView[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last && last.dayOn === item.dayOn) last.items.push(item);
    else days.push({ dayOn: item.dayOn, items: [item] });
  }
  return days;
}

/** The stops of a visit, numbered through, with the way between them. */
export function Programme({ visit, map }: { visit: VisitView; map?: React.ReactNode }) {
  const t = useTranslations("visit.programme");
  const { items } = visit;
  return (
    <Section id="programme" title={t("title")} intro={t("intro")} aside={map}>
      {items.length === 0 ? (
        <p className="unk">{t("none")}</p>
      ) : (
        byDay(items).map((day) => <ProgrammeDay key={day.dayOn ?? "undated"} day={day} all={items} />)
      )}
      <VisitFiles visit={visit} />
    </Section>
  );
}

function ProgrammeDay({ day, all }: { day: Day; all: ProgrammeItemView[] }) {
  const t = useTranslations("visit.programme");
  const dates = useDates();
  return (
    <>
      <div className="day-h">
        {day.dayOn ? (
          <h3>{dates.long({ from: day.dayOn, to: day.dayOn, precision: "day" })}</h3>
        ) : (
          <p className="unk">{t("noDays")}</p>
        )}
      </div>
      <ol className="day">
        {day.items.map((item) => (
          <Fragment key={item.order}>
            <ProgrammeLeg item={item} before={all[all.indexOf(item) - 1]} />
            <ProgrammeStop item={item} number={all.indexOf(item) + 1} hasLevel={day.dayOn !== null} />
          </Fragment>
        ))}
      </ol>
    </>
  );
}
