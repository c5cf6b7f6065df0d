import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { loadDirectory } from "@/lib/organisation/public-queries";
import type { ProjectView } from "@/lib/project/types";
import { publicInRegion, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { siteRefColumns, toSiteRef } from "@/lib/site/ref";
import { loadBacking } from "@/lib/source/public-queries";
import { loadWords } from "@/lib/translation/public-queries";

function findProjects() {
  return db().project.findMany({
    where: { record: publicInRegion },
    orderBy: [{ record: { regionId: "asc" } }, { record: { createdAt: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      stage: true,
      investorId: true,
      investmentAmount: true,
      investmentCurrency: true,
      jobs: true,
      site: { where: { record: publicInRegion }, select: siteRefColumns },
      record: { select: { slug: true, sectors: true, region: { select: regionRefColumns } } },
    },
  });
}

async function readProjects(locale: Locale): Promise<ProjectView[]> {
  const rows = await findProjects();
  const ids = rows.map(({ id }) => id);
  const named = rows.flatMap(({ record, site }) => [
    ...(record.region ? [record.region.id] : []),
    ...(site ? [site.id, ...(site.record.region ? [site.record.region.id] : [])] : []),
  ]);
  const [words, backing, directory] = await Promise.all([
    loadWords([...ids, ...named], locale, ["output", "municipality"]),
    loadBacking(ids),
    loadDirectory({ organisations: rows.map(({ investorId }) => investorId) }, locale),
  ]);
  return rows.flatMap((row) => {
    if (!row.record.region) return [];
    const sum = backing.figure(row.investmentAmount, row.id, row.id, "investmentAmount");
    return {
      slug: row.record.slug ?? "",
      name: words.nameOf(row.id),
      region: toRegionRef(row.record.region, words),
      sectors: row.record.sectors,
      stage: row.stage,
      investor: directory.organisation(row.investorId),
      site: row.site && toSiteRef(row.site, words),
      investment: sum && row.investmentCurrency ? { figure: sum, currency: row.investmentCurrency } : null,
      jobs: backing.figure(row.jobs, row.id, row.id, "jobs"),
      output: words.word(row.id, "output"),
      summary: words.summary(row.id),
      provenance: backing.provenance(row.id),
    };
  });
}

/** All published projects, region by region. */
export const listProjects = cachedQuery("listProjects", readProjects, () => [
  cacheTags.projects,
  cacheTags.sites,
  cacheTags.regions,
]);

/**
 * One project for readers.
 *
 * @returns null for an unknown slug and for one that is not published: the two look the same
 */
export async function getPublishedProject(slug: string, locale: Locale): Promise<ProjectView | null> {
  const projects = await listProjects(locale);
  return projects.find((project) => project.slug === slug) ?? null;
}

/** Addresses of all published projects. */
export const listProjectAddresses = cachedQuery(
  "listProjectAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "project", slug: { not: null }, ...publicInRegion },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true },
    });
    return rows.map(({ slug, updatedAt }) => ({ slug: slug ?? "", updatedAt: updatedAt.toISOString() }));
  },
  () => [cacheTags.projects, cacheTags.regions],
);
