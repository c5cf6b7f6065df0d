-- 100,000 sites in 80 regions beside the facts, with words in three languages, figures and sources. All in one
-- transaction: what is published needs its words and its source when it ends.
BEGIN;
CREATE TEMP TABLE rg AS SELECT gen_random_uuid() AS id, i FROM generate_series(1, 75) i;
INSERT INTO record (id, kind, slug, sectors, state, version, published_at)
  SELECT id, 'region', 'made-region-' || i, '{}', 'published', 1, now() FROM rg;
INSERT INTO region (id, iso_code, time_zone) SELECT id, 'RU-X' || i, 'Europe/Moscow' FROM rg;
UPDATE record SET region_id = id WHERE kind = 'region' AND region_id IS NULL;
CREATE TEMP TABLE st AS
  SELECT gen_random_uuid() AS id, i, (SELECT id FROM rg WHERE rg.i = 1 + g.i % 75) AS region_id,
    random() AS a, random() AS b, random() AS c
  FROM generate_series(1, 100000) g(i);
INSERT INTO record (id, kind, slug, region_id, sectors, state, version, published_at)
  SELECT id, 'site', 'made-site-' || i, region_id, ARRAY[(enum_range(NULL::sector))[1 + i % 31]], 'published', 1,
    now() - i * interval '1 minute' FROM st;
INSERT INTO site (id, kind, status, total_area_ha, available_area_ha, lat, lon, coordinate_precision)
  SELECT id, (enum_range(NULL::site_kind))[1 + i % 12], (enum_range(NULL::site_status))[1 + i % 3],
    CASE WHEN a < 0.8 THEN round((b * 400)::numeric, 2) END, CASE WHEN a < 0.5 THEN round((b * c * 400)::numeric, 2) END,
    45 + b * 20, 35 + c * 95, 'locality' FROM st;
INSERT INTO record_text (record_id, locale, name, summary, state, version, source_version, published_at)
  SELECT id, l.locale,
    CASE l.locale WHEN 'ru' THEN 'Индустриальный парк ' WHEN 'zh' THEN '工业园' ELSE 'Industrial park ' END || i,
    CASE l.locale WHEN 'ru' THEN repeat('Площадка рядом с городом. ', 6) WHEN 'zh' THEN repeat('园区靠近城市。', 8)
      ELSE repeat('A site near the city. ', 6) END,
    'published', 1, CASE WHEN l.locale <> 'ru' THEN 1 END, now()
  FROM (SELECT id, i FROM st UNION ALL SELECT id, -i FROM rg) one, unnest(enum_range(NULL::locale)) AS l(locale);
INSERT INTO site_utility (id, site_id, kind, unit, availability, total_capacity, free_capacity)
  SELECT gen_random_uuid(), id, 'electricity', 'mw', 'now', round((b * 60)::numeric, 1), round((b * a * 60)::numeric, 1)
  FROM st WHERE c < 0.7;
INSERT INTO site_stage (id, site_id, position, status, ready_on, ready_precision, area_ha)
  SELECT gen_random_uuid(), id, 0, 'planned', date '2027-12-31' + (a * 400)::int, 'year', round((b * 100)::numeric, 1)
  FROM st WHERE a < 0.5;
INSERT INTO lot (id, site_id, position, code, kind, status, area_ha)
  SELECT gen_random_uuid(), id, 0, 'lot-1', 'land', 'available', round((b * 10)::numeric, 2) FROM st WHERE c < 0.3;
INSERT INTO fact (id, part_id, record_id, kind, field, as_of, as_of_precision, review_by, review_precision)
  SELECT gen_random_uuid(), id, id, 'site', field, day, 'day', day + 365, 'day'
  FROM st, unnest('{all,totalAreaHa}'::text[]) field, LATERAL (SELECT date '2025-06-01' + (a * 500)::int AS day) d;
INSERT INTO fact (id, part_id, record_id, kind) SELECT gen_random_uuid(), id, id, 'region' FROM rg;
INSERT INTO citation (fact_id, source_id)
  SELECT f.id, s.id FROM (SELECT id, row_number() OVER () AS n FROM fact WHERE record_id IN (SELECT id FROM st UNION SELECT id FROM rg)) f
  JOIN (SELECT id, row_number() OVER () - 1 AS n, count(*) OVER () AS all FROM source) s ON s.n = f.n % s.all;
COMMIT;
ANALYZE;
SELECT refill_site_filter(NULL);
ANALYZE site_filter;
