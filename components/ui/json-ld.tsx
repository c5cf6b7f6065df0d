import type { StructuredData } from "@/lib/core/structured-data";

/** Facts of a page for search engines. `<` is escaped, so that no text of a record can end the element. */
export function JsonLd({ data }: { data: StructuredData[] }) {
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": data }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making with `<` escaped; as text React would quote it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
