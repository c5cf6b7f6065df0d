import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import type { VisitView } from "@/lib/visit/types";

/** A visit to take along: in the calendar, as a booklet, on one sheet. */
export function VisitFiles({ visit: { slug, region, items } }: { visit: VisitView }) {
  const t = useTranslations("paper.public");
  const locale = usePageLocale();
  const isDated = items.some(({ dayOn, startsAt }) => dayOn ?? startsAt);
  const files = [
    // A calendar has no place for what has no day.
    ...(isDated ? [{ file: "visit.ics", label: t("calendar") } as const] : []),
    { file: "booklet.pdf", label: t("booklet") },
    { file: "programme.pdf", label: t("programme") },
  ] as const;
  return (
    <nav className="visit-files" aria-label={t("title")}>
      {files.map(({ file, label }) => (
        <a key={file} href={paths.visitFile(locale, { region: region.slug, visit: slug }, file)}>
          {label}
        </a>
      ))}
    </nav>
  );
}
