import { useTranslations } from "next-intl";
import { visitPath } from "@/components/programme/visit-frame";
import { DataTable } from "@/components/ui/data-table";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { fileEnds, paperNames } from "@/lib/programme/papers/types";

/**
 * Papers of a visit, with what is in each.
 *
 * @param version of which they are made; null: of the draft
 */
export function PaperList({
  visitId,
  versions,
  version,
}: {
  visitId: string;
  versions: { number: number; day: string }[];
  version: number | null;
}) {
  const t = useTranslations("paper.page");
  const dates = useDates();
  const path = `/${usePageLocale()}${visitPath(visitId, "papers")}`;
  const state = String(version ?? "draft");
  const choices = [
    ...versions.map(({ number, day }) => ({
      key: String(number),
      label: `${t("versionSent", { number: String(number) })} · ${dates.shortDay(day)}`,
    })),
    { key: "draft", label: t("versionDraft") },
  ];
  return (
    <>
      <p className="muted">{t("lead")}</p>
      <nav className="papers-of" aria-label={t("version")}>
        <span>{t("version")}</span>
        {choices.map(({ key, label }) => (
          <a key={key} href={`${path}?version=${key}`} aria-current={key === state ? "true" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {version === null && <Note kind="warn">{t("draftNote")}</Note>}
      <DataTable
        caption={t("caption")}
        columns={[t("paper"), t("holds"), t("download")]}
        rows={paperNames.map((name) => ({
          key: name,
          head: t(`names.${name}`),
          cells: [
            t(`what.${name}`),
            <a
              key="download"
              className="btn btn-small paper-get"
              href={`${path}/${name}?version=${state}`}
              aria-label={`${t(`names.${name}`)}, ${fileEnds[name].toUpperCase()}`}
            >
              {fileEnds[name].toUpperCase()}
            </a>,
          ],
        }))}
      />
    </>
  );
}
