import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import type { Locale } from "@/lib/i18n/locales";
import type { ProgrammeCheck } from "@/lib/programme/check/rules";
import type { Programme } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** What a check says, in one sentence. */
export function CheckWords({
  check: { code, with: other, detail = {} },
  programme,
  locale,
}: {
  check: ProgrammeCheck;
  programme: Programme;
  locale: Locale;
}) {
  const t = useTranslations("visits.check");
  const mode = useTranslations("record.option.TravelMode");
  const name = pick(programme.stops.find(({ id }) => id === other)?.title ?? {}, locale)?.text ?? "";
  switch (code) {
    case "overlap":
      return t("overlap", { name });
    case "travel":
      return t("travel", {
        name,
        km: detail.km ?? "",
        minutes: detail.minutes ?? "",
        gap: detail.gap ?? "",
        mode: mode((detail.mode ?? "car") as "car"),
      });
    case "holiday":
      return t(detail.country === "cn" ? "holidayCn" : "holidayRu", { name: detail.name ?? "" });
    case "pass_missing":
      return t("pass_missing", { count: Number(detail.count) });
    default:
      return t(code);
  }
}

/** Everything that a program found, what stands in the way first. */
export function CheckList({
  checks,
  programme,
  locale,
}: {
  checks: ProgrammeCheck[];
  programme: Programme;
  locale: Locale;
}) {
  const t = useTranslations("visits.check");
  const order = { bad: 0, warn: 1, note: 2 };
  const sorted = [...checks].sort((a, b) => order[a.level] - order[b.level]);
  return (
    <Panel id="checks" title={t("title")}>
      {sorted.length === 0 && <p className="pan-empty">{t("none")}</p>}
      <ul className="chks">
        {sorted.map((check) => {
          const stop = programme.stops.find(({ id }) => id === check.stop);
          return (
            <li key={`${check.code}${check.stop}${check.with ?? ""}`} className={`chk chk-${check.level}`}>
              <span className="vh">{t(`level.${check.level}`)}: </span>
              {stop && <a href={`#stop-${stop.id}`}>{pick(stop.title, locale)?.text ?? t("untitled")}</a>}
              {stop && ": "}
              <CheckWords check={check} programme={programme} locale={locale} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
