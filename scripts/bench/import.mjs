import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { connect } from "../database/connect.mjs";
import { bundle } from "../setup/bundles.mjs";
import { root } from "../setup/paths.mjs";
import { copyTemplate, ensureTemplate } from "../testing/templates.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */

const ROWS = 10_000;
/** Tables in which a register writes, in the order in which rows may come; parts come by triggers. */
const TABLES = [
  "record",
  "site",
  "site_utility",
  "record_text",
  "part_text",
  "fact",
  "citation",
  "revision",
  "site_filter",
];

/**
 * A register of 10,000 sites taken in, compared and applied, beside COPY of the very same rows into the same tables with the
 * same indexes and triggers.
 *
 * @param {Context} context
 * @returns {Promise<Figure[]>}
 */
export async function benchImport({ server, folder }) {
  const script = await bundleWork();
  await bundle(["reader", "register"]);
  /** @type {Figure[]} */
  const figures = [];
  for (const format of ["csv", "xlsx"]) {
    const template = await ensureTemplate(server, "facts");
    const [own, other] = [await copyTemplate(server, template), await copyTemplate(server, template)];
    const client = await connect(own.url);
    const file = path.join(folder, `register.${format}`);
    await writeRegister(file, format);
    const done = await run(script, client, own.url, file);
    const copied = await copy(client, other.url, folder);
    await client.end();
    const ms = done.read + done.check + done.apply;
    const steps = [done.read, done.check, done.apply].map((one) => (one / 1000).toFixed(1)).join(" + ");
    figures.push({
      name: `import of ${ROWS} sites, ${format.toUpperCase()} / COPY of the same rows`,
      value: ms / copied,
      unit: "×",
      bar: "most",
      must: format === "csv" ? 8 : 15,
      note: `read, compare, apply ${steps} s against ${(copied / 1000).toFixed(1)} s; ${done.counts.records} records`,
    });
    figures.push({
      name: `memory added by it to the web process, ${format.toUpperCase()}`,
      value: done.addedMiB,
      unit: "MiB",
      bar: "most",
      must: 80,
    });
    await own.drop();
    await other.drop();
  }
  return figures;
}

/** The work as plain JavaScript. @returns {Promise<string>} its path */
async function bundleWork() {
  const { build } = await import("esbuild");
  const outfile = path.join(root, "dist/bench-import.mjs");
  await build({
    entryPoints: [path.join(root, "scripts/bench/import-work.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    tsconfig: path.join(root, "tsconfig.json"),
    alias: { "server-only": path.join(root, "tests/support/empty.ts") },
  });
  return outfile;
}

/** @param {string} file @param {string} format */
async function writeRegister(file, format) {
  const headers = [
    "Наименование площадки",
    "Тип",
    "Статус",
    "Муниципальное образование",
    "Адрес",
    "Общая площадь, га",
    "Свободная площадь, га",
    "Широта",
    "Долгота",
    "Электрическая мощность, МВт",
    "Сайт",
    "Отрасли",
  ];
  const rows = Array.from({ length: ROWS }, (_, index) => [
    `Площадка № ${index + 1}`,
    ["индустриальный парк", "технопарк", "ОЭЗ ППТ"][index % 3] ?? "",
    ["действует", "строится", "планируется"][index % 3] ?? "",
    `Район ${index % 40}`,
    `ул. Промышленная, ${index + 1}`,
    50 + (index % 500) / 4,
    10 + (index % 40),
    60 + (index % 100) / 50,
    66 + (index % 100) / 20,
    5 + (index % 30),
    `https://example.org/${index}`,
    "Нефть и газ",
  ]);
  if (format === "csv") {
    fs.writeFileSync(
      file,
      [headers, ...rows]
        .map((row) => row.map((one) => String(one).replace(".", ",").replace("example,org", "example.org")).join(";"))
        .join("\r\n"),
    );
    return;
  }
  const { writeXlsx } = await import("hucre/xlsx");
  fs.writeFileSync(file, await writeXlsx({ sheets: [{ name: "1", rows: [headers, ...rows] }] }));
}

/**
 * @param {string} script @param {import("pg").Client} client @param {string} url @param {string} file
 * @returns {Promise<any>}
 */
async function run(script, client, url, file) {
  const id = randomUUID();
  await client.query(
    "INSERT INTO staff (id, name, email, updated_at) VALUES ($1, 'Bench', 'bench@example.org', now())",
    [id],
  );
  const region = await client.query("SELECT id FROM record WHERE kind = 'region' AND slug = 'yugra'");
  const source = await client.query("SELECT id FROM source LIMIT 1");
  const actor = {
    id,
    name: "Bench",
    email: "bench@example.org",
    locale: "ru",
    grants: [{ role: "operator", regionId: null, siteId: null }],
    sessionId: "",
    hasSecondFactor: true,
    mustSetUpSecondFactor: false,
    ipAddress: null,
  };
  const args = ["--expose-gc", script, JSON.stringify(actor), region.rows[0].id, source.rows[0].id, file];
  const child = spawnSync(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
    timeout: 300_000,
  });
  if (child.status !== 0) throw new Error(child.stderr.slice(-2_000));
  const result = JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "{}");
  if (result.status !== "applied") throw new Error(`not applied: ${child.stdout}`);
  return result;
}

/**
 * The rows that the import made, into a database that does not have them.
 *
 * @param {import("pg").Client} client @param {string} url @param {string} folder
 * @returns {Promise<number>} milliseconds
 */
async function copy(client, url, folder) {
  fs.chmodSync(folder, 0o711); // the server may run as another user
  await client.query("CREATE TEMP TABLE made AS SELECT record_id AS id FROM import_change");
  const owner = (/** @type {string} */ table) =>
    table === "record" || table === "site" ? "id" : /^site_/.test(table) ? "site_id" : "record_id";
  for (const table of TABLES) {
    const where =
      table === "citation"
        ? "fact_id IN (SELECT id FROM fact WHERE record_id IN (SELECT id FROM made))"
        : `${owner(table)} IN (SELECT id FROM made)`;
    const target = path.join(folder, `${table}.copy`);
    fs.writeFileSync(target, "");
    fs.chmodSync(target, 0o666);
    await client.query(`COPY (SELECT * FROM ${table} WHERE ${where}) TO '${target}'`);
  }
  const other = await connect(url);
  try {
    // Who wrote the versions is a member of staff of the first database.
    const { rows } = await client.query("SELECT id FROM staff");
    for (const { id } of rows) {
      await other.query(
        "INSERT INTO staff (id, name, email, updated_at) VALUES ($1, 'Bench', 'bench@example.org', now())",
        [id],
      );
    }
    const source = await client.query(
      "SELECT s.* FROM source s WHERE id = (SELECT source_id FROM citation WHERE fact_id IN (SELECT id FROM fact WHERE record_id IN (SELECT id FROM made)) LIMIT 1)",
    );
    const from = performance.now();
    await other.query("BEGIN");
    for (const table of TABLES) await other.query(`COPY ${table} FROM '${path.join(folder, `${table}.copy`)}'`);
    await other.query("COMMIT");
    if (source.rowCount === 0) throw new Error("no source");
    return performance.now() - from;
  } finally {
    await other.end();
  }
}
