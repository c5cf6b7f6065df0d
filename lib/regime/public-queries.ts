import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { formatDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { inComparisonOrder, ordinaryRegime } from "@/lib/regime/rules";
import type { RegimeRef, RegimeView, TaxLine } from "@/lib/regime/types";
import { type Backing, loadBacking } from "@/lib/source/public-queries";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";

/** Columns that name a regime wherever another record refers to it; the query must ask for published ones only. */
export const regimeRefColumns = { id: true, record: { select: { slug: true } } } as const;

/** @returns null for a regime without a published name */
export function toRegimeRef(
  row: { id: string; record: { slug: string | null } } | null,
  words: WordBook,
): RegimeRef | null {
  const name = row && words.name(row.id);
  return row?.record.slug && name ? { slug: row.record.slug, name } : null;
}

const byPosition = { position: "asc" } as const;

function findRegimes() {
  return db().regime.findMany({
    where: { record: { state: "published" } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      minInvestmentRub: true,
      limits: { orderBy: byPosition, select: { id: true, validFrom: true, validTo: true } },
      record: {
        select: {
          slug: true,
          taxRules: {
            orderBy: byPosition,
            select: { id: true, tax: true, years: true, validFrom: true, validTo: true },
          },
        },
      },
    },
  });
}

type Row = Awaited<ReturnType<typeof findRegimes>>[number];

async function readRegimes(locale: Locale): Promise<RegimeView[]> {
  const rows = await findRegimes();
  const ids = rows.map(({ id }) => id);
  const [words, backing] = await Promise.all([loadWords(ids, locale), loadBacking(ids)]);
  const ordinary = rows.find(({ record }) => record.slug === ordinaryRegime);
  return inComparisonOrder(rows.map((row) => toRegime(row, ordinary, { words, backing })));
}

type Sources = { words: WordBook; backing: Backing };

function toRegime(row: Row, ordinary: Row | undefined, { words, backing }: Sources): RegimeView {
  const isOrdinary = row === ordinary;
  const toLine = (rule: Row["record"]["taxRules"][number]): TaxLine => {
    const usual = isOrdinary ? undefined : ordinary?.record.taxRules.find(({ tax }) => tax === rule.tax);
    return {
      tax: rule.tax,
      rate: words.wordOf(rule.id, "rate"),
      ordinaryRate: usual ? words.word(usual.id, "rate") : null,
      years: rule.years,
      conditions: words.word(rule.id, "conditions"),
      validFrom: rule.validFrom && formatDay(rule.validFrom),
      validTo: rule.validTo && formatDay(rule.validTo),
      provenance: backing.provenance(row.id, rule.id, "all", rule.validTo),
    };
  };
  return {
    slug: row.record.slug ?? "",
    name: words.nameOf(row.id),
    isOrdinary,
    law: words.word(row.id, "law"),
    minInvestmentRub: backing.figure(row.minInvestmentRub, row.id, row.id, "entry"),
    entry: { note: words.word(row.id, "entryNote"), provenance: backing.provenance(row.id, row.id, "entry") },
    lines: row.record.taxRules.map(toLine),
    limits: row.limits.map((limit) => ({
      text: words.wordOf(limit.id, "text"),
      validFrom: limit.validFrom && formatDay(limit.validFrom),
      validTo: limit.validTo && formatDay(limit.validTo),
      provenance: backing.provenance(row.id, limit.id, "all", limit.validTo),
    })),
    provenance: backing.provenance(row.id),
  };
}

/** All published regimes in the order in which readers compare them. */
export const listRegimes = cachedQuery("listRegimes", readRegimes, () => [cacheTags.regimes]);

/**
 * One regime for readers.
 *
 * @returns null for an unknown slug and for one that is not published: the two look the same
 */
export async function getPublishedRegime(slug: string, locale: Locale): Promise<RegimeView | null> {
  const regimes = await listRegimes(locale);
  return regimes.find((regime) => regime.slug === slug) ?? null;
}

/** Addresses of all published regimes. */
export const listRegimeAddresses = cachedQuery(
  "listRegimeAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "regime", state: "published", slug: { not: null } },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true },
    });
    return rows.map(({ slug, updatedAt }) => ({ slug: slug ?? "", updatedAt: updatedAt.toISOString() }));
  },
  () => [cacheTags.regimes],
);
