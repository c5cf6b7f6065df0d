import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import type { EditorView } from "@/lib/record/editor/types";

/** Kinds whose records have a page of their own. */
export function hasPage(kind: EditorView["kind"]): boolean {
  return ["region", "site", "visit", "event", "project", "measure", "regime"].includes(kind);
}

/** Address of the public page of a record; null for kinds without one. */
export function publicPath(view: Pick<EditorView, "kind" | "slug" | "region">, locale: Locale): string | null {
  const { kind, slug, region } = view;
  if (!slug) return null;
  switch (kind) {
    case "region":
      return paths.region(locale, slug);
    case "site":
      return region && paths.site(locale, region.slug, slug);
    case "visit":
      return region && paths.visit(locale, region.slug, slug);
    case "event":
      return paths.event(locale, slug);
    case "project":
      return paths.project(locale, slug);
    case "measure":
      return paths.measure(locale, slug);
    case "regime":
      return paths.regime(locale, slug);
    default:
      return null;
  }
}
