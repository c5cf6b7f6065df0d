import "server-only";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { type Locale, locales } from "@/lib/i18n/locales";
import { toRevisionDocument } from "@/lib/record/draft/schema";
import type { EditorView } from "@/lib/record/editor/types";
import { inScope } from "@/lib/record/list/staff-queries";
import { bestOffers, offersOfVersions, toPercent, type Version, wantedTexts } from "@/lib/record/memory/rules";
import type { Offer, Offers, Wanted } from "@/lib/record/memory/types";
import { pick } from "@/lib/translation/rules";

/** Sentences and texts that one page asks the memory for; whole texts come first. */
const mostPieces = 60;
/** Forms that are looked at for one of them, and places where a form stands. */
const [mostForms, mostPlaces] = [5, 12];
/** Versions of the record itself that are looked through. */
const mostVersions = 12;

type Hit = {
  n: number;
  asked_position: number;
  asked: string;
  likeness: number;
  before: string;
  locale: Locale;
  text: string;
  record_id: string;
  may_read: boolean;
  names: Partial<Record<Locale, string>>;
};

/**
 * Earlier translations of the source texts of a record: of public records of all regions, and of its own versions. Never a
 * draft of anybody. What the public pages keep back, such as the names of people, is offered to those alone who may read
 * the record that it stands in.
 *
 * @param view  of the record that somebody translates
 * @returns       by language and path; what nothing was found for is missing
 */
export async function recall(
  actor: Actor,
  view: Pick<EditorView, "id" | "sourceLocale" | "parts" | "textStatus">,
  locale: Locale,
): Promise<Offers> {
  const found: Offers = { ru: {}, zh: {}, en: {} };
  const wanted = wantedTexts(view.parts, view.textStatus, view.sourceLocale);
  if (wanted.length === 0) return found;
  const [hits, versions] = await Promise.all([find(actor, view, wanted), readVersions(view)]);
  for (const [n, { path, source, now }] of wanted.entries()) {
    for (const target of locales) {
      const text = now[target];
      if (text === undefined) continue;
      const elsewhere = hits.filter((hit) => hit.n === n && hit.locale === target && hit.text !== text);
      const offers = bestOffers([
        ...offersOfVersions(path, source, text, versions[target]),
        ...elsewhere.map((hit) => toOffer(hit, locale)),
      ]);
      if (offers.length > 0) found[target][path] = offers;
    }
  }
  return found;
}

function toOffer(
  { asked_position, asked, likeness, before, text, record_id, may_read, names }: Hit,
  locale: Locale,
): Offer {
  const name = pick(names, locale);
  return {
    isWhole: asked_position === 0,
    percent: before === asked ? 100 : toPercent(likeness),
    before,
    after: asked,
    text,
    record: name && { id: may_read ? record_id : null, name: name.text, lang: name.lang },
    version: null,
  };
}

/** One query for all texts of a page: the same first, found by their hash, then what is like them, found by their form. */
async function find(
  actor: Actor,
  { id, sourceLocale }: Pick<EditorView, "id" | "sourceLocale">,
  wanted: readonly Wanted[],
): Promise<Hit[]> {
  const places = wanted.map(({ path }) => /^texts\.([0-9a-f-]+)\.([A-Za-z]+)$/.exec(path)?.slice(1) ?? [id, path]);
  const targets = locales.filter((one) => one !== sourceLocale && wanted.some(({ now }) => now[one] !== undefined));
  const mayRead = inScope(actor, "read");
  return db().$queryRaw<Hit[]>`
    WITH asked AS MATERIALIZED (
      SELECT a.n::int - 1 AS n, a.part, a.field, p.position, p.piece, memory_form(p.piece) AS form
      FROM unnest(${wanted.map(({ source }) => source)}::text[], ${places.map(([part]) => part)}::uuid[],
        ${places.map(([, field]) => field)}::text[]) WITH ORDINALITY AS a (source, part, field, n), text_pieces(a.source) p
      ORDER BY p.position > 0, a.n LIMIT ${mostPieces}
    ), place AS MATERIALIZED (
      SELECT a.n, a.position AS asked_position, a.piece AS asked, 1::real AS likeness, a.part AS own, a.field AS own_field, u.*
      FROM asked a, LATERAL (
        SELECT u.* FROM memory_use u WHERE u.text_hash = md5(a.piece)::uuid LIMIT ${mostPlaces}) u
      UNION ALL
      SELECT a.n, a.position, a.piece, f.likeness, a.part, a.field, u.*
      FROM (SELECT x.form, s.segment_id, s.likeness FROM (SELECT DISTINCT form FROM asked WHERE length(form) >= 3) x,
          LATERAL similar_segments(${sourceLocale}::locale, x.form, ${mostForms}) s) f
      JOIN asked a ON a.form = f.form, LATERAL (
        SELECT u.* FROM memory_use u WHERE u.segment_id = f.segment_id LIMIT ${mostPlaces}) u
    ), text AS (
      SELECT p.*, (text_sentences(w.source))[p.position] AS source_sentence, w.source, t.locale, w2.target,
        cardinality(text_sentences(w.source)) = cardinality(text_sentences(w2.target)) AS is_parallel, ${mayRead} AS may_read
      FROM place p
      JOIN record r ON r.id = p.record_id AND r.state = 'published' AND r.source_locale = ${sourceLocale}::locale
      JOIN record_text s ON s.record_id = r.id AND s.locale = r.source_locale AND s.state = 'published'
      JOIN record_text t ON t.record_id = r.id AND t.locale = ANY (${targets}::locale[]) AND t.state = 'published'
      LEFT JOIN part_text sp ON sp.part_id = p.part_id AND sp.field = p.field AND sp.locale = s.locale
      LEFT JOIN part_text tp ON tp.part_id = p.part_id AND tp.field = p.field AND tp.locale = t.locale
      CROSS JOIN LATERAL (SELECT p.part_id = p.record_id AND p.field IN ('name', 'summary') AS own) o
      CROSS JOIN LATERAL (SELECT CASE WHEN NOT o.own THEN sp.value WHEN p.field = 'name' THEN s.name ELSE s.summary END AS source,
        CASE WHEN o.own THEN s.version ELSE sp.version END AS version) w
      CROSS JOIN LATERAL (SELECT CASE WHEN NOT o.own THEN tp.value WHEN p.field = 'name' THEN t.name ELSE t.summary END AS target,
        coalesce(CASE WHEN o.own THEN t.source_version ELSE tp.source_version END, 0) AS made_from,
        CASE WHEN o.own THEN t.origin ELSE tp.origin END AS origin) w2
      WHERE (p.is_open OR ${mayRead}) AND w2.made_from >= w.version AND w2.origin = 'person'
        AND NOT (p.record_id = ${id}::uuid AND p.part_id = p.own AND p.field = p.own_field)
    )
    SELECT DISTINCT ON (x.n, x.asked_position, x.locale, y.target) x.n, x.asked_position::int, x.asked, x.likeness,
      y.source AS before, x.locale::text AS locale, y.target AS text, x.record_id, x.may_read,
      (SELECT jsonb_object_agg(m.locale, m.name) FROM record_text m WHERE m.record_id = x.record_id AND m.state = 'published') AS names
    FROM text x CROSS JOIN LATERAL (
      SELECT CASE WHEN x.position = 0 THEN btrim(x.source) ELSE x.source_sentence END AS source,
        CASE WHEN x.position = 0 THEN btrim(x.target) WHEN x.is_parallel THEN (text_sentences(x.target))[x.position] END AS target) y
    WHERE y.target IS NOT NULL AND md5(y.source)::uuid = x.text_hash
    ORDER BY x.n, x.asked_position, x.locale, y.target, y.source = x.asked DESC, x.likeness DESC, x.record_id`;
}

/** What each language had in the versions in which it was put in force, the newest first. */
async function readVersions({
  id,
  sourceLocale,
}: Pick<EditorView, "id" | "sourceLocale">): Promise<Record<Locale, Version[]>> {
  const revisions = await db().revision.findMany({
    where: { recordId: id },
    orderBy: { version: "desc" },
    take: mostVersions,
    select: { version: true, parts: true, document: true },
  });
  const versions: Record<Locale, Version[]> = { ru: [], zh: [], en: [] };
  for (const { version, parts, document } of revisions) {
    const { words } = toRevisionDocument(document);
    for (const target of locales) {
      if (target === sourceLocale || !parts.includes(target)) continue;
      versions[target].push({ version, source: words[sourceLocale] ?? {}, words: words[target] ?? {} });
    }
  }
  return versions;
}
