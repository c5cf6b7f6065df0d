import { diffChars, diffWordsWithSpace } from "diff";
import type { Locale } from "@/lib/i18n/locales";

/** Two texts in one: what went is struck out, what came is marked. Chinese has no spaces, so it is compared by signs. */
export function Diff({ before, after, locale }: { before: string; after: string; locale: Locale }) {
  const parts = locale === "zh" ? diffChars(before, after) : diffWordsWithSpace(before, after);
  return (
    <span className="diff">
      {parts.map(({ value, added, removed }, index) => {
        const key = `${index} ${value}`;
        if (added) return <ins key={key}>{value}</ins>;
        return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
      })}
    </span>
  );
}
