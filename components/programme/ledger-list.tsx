import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { visitPath } from "@/components/programme/visit-frame";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { useDates } from "@/components/ui/use-dates";
import { Words } from "@/components/ui/words";
import type { Locale } from "@/lib/i18n/locales";
import { type LedgerFilter, type LedgerRow, ledgerViews } from "@/lib/programme/ledger/types";

/** Which promises are shown: links, each view with its own address. */
export function LedgerViews({
  filter,
  locale,
  path,
}: {
  filter: LedgerFilter;
  locale: Locale;
  /** of the page, behind the locale */
  path: string;
}) {
  const t = useTranslations("ledger");
  return (
    <nav className="vtabs" aria-label={t("views")}>
      {ledgerViews.map((view) => (
        <a
          key={view}
          href={`/${locale}${path}?view=${view}${filter.region ? `&region=${filter.region}` : ""}`}
          aria-current={view === filter.view ? "page" : undefined}
        >
          {t(`view.${view}`)}
        </a>
      ))}
    </nav>
  );
}

/**
 * Promises, one a line; what somebody owes and does not have stands in words.
 *
 * @param path  of the page, behind the locale: a promise opens in it
 */
export function LedgerList({
  rows,
  locale,
  path,
  hasVisit,
}: {
  rows: LedgerRow[];
  locale: Locale;
  path: string;
  /** the visit stands in each line */
  hasVisit: boolean;
}) {
  const t = useTranslations("ledger");
  const outcome = useTranslations("outcome");
  const dates = useDates();
  if (rows.length === 0) return <p className="pan-empty">{t("none")}</p>;
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  return (
    <DataTable
      caption={t("title")}
      columns={[t("column.what"), t("column.stage"), t("column.owners"), t("column.next"), t("column.due")]}
      rows={rows.map(
        (row): TableRow => ({
          key: row.id,
          head: (
            <span id={`outcome-${row.id}`}>
              <a href={`/${locale}${path}${path.includes("?") ? "&" : "?"}outcome=${row.id}#outcome`}>
                {row.name ? <Words value={row.name} /> : t("untitled")}
              </a>
              <span className="sub">
                {row.kind && outcome(`kind.${row.kind}`)}
                {row.isDrafted && ` · ${t(row.isInForce ? "changed" : "begun")}`}
              </span>
              {hasVisit && row.visit && (
                <span className="sub">
                  <a href={`/${locale}${visitPath(row.visit.id, "outcomes")}`}>
                    {row.visit.name ? <Words value={row.visit.name} /> : t("visit")}
                  </a>
                </span>
              )}
            </span>
          ),
          cells: [
            outcome(`stage.${row.stage}`),
            <>
              <Owner side="ru" row={row} />
              <Owner side="cn" row={row} />
            </>,
            row.nextStep ? (
              <Words key="step" value={row.nextStep} />
            ) : row.hasNoFollowUp ? (
              t("noFollowUp")
            ) : (
              <span key="none" className={row.lacks.includes("next_step") ? "lack" : "unk"}>
                {t("noStep")}
              </span>
            ),
            row.dueOn ? (
              <span key="due" className={row.isOverdue ? "lack" : undefined}>
                {isDay(row.dueOn) ? dates.shortDay(row.dueOn) : row.dueOn}
                {row.isOverdue && <span className="sub">{t("overdue")}</span>}
              </span>
            ) : (
              <span key="due" className={row.lacks.includes("due") ? "lack" : "unk"}>
                {t("noDue")}
              </span>
            ),
          ],
        }),
      )}
    />
  );
}

function Owner({ side, row }: { side: "ru" | "cn"; row: LedgerRow }) {
  const t = useTranslations("ledger");
  const owner = row.owners[side];
  const isLacking = row.lacks.includes(side === "ru" ? "owner_ru" : "owner_cn");
  return (
    <p className="own">
      <small>{t(`side.${side}`)}</small>{" "}
      {owner ? <Words value={owner} /> : <span className={isLacking ? "lack" : "unk"}>{t("noOwner")}</span>}
    </p>
  );
}

/** A new entry begins with one line. */
export function NewOutcome({ visit, locale, error }: { visit: string; locale: Locale; error: string | undefined }) {
  const t = useTranslations("ledger");
  return (
    <FormFrame locale={locale} action="new-outcome" back={visitPath(visit, "outcomes")}>
      <input type="hidden" name="visit" value={visit} />
      <TextInput name="name" label={t("newName")} help={t("newHelp")} error={error} max={300} required />
      <button className="btn" type="submit">
        {t("begin")}
      </button>
    </FormFrame>
  );
}
