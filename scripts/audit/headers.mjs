import { startBuilt } from "../measure/portal.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */
/** @typedef {Record<string, string>} Headers */

const MUST = 100;

/** One address of every kind of answer. */
const KINDS = [
  ["page", "/zh"],
  ["site", "/zh/yugra/sites/sez-nyagan"],
  ["filtered list", "/zh/sites?kind=sez"],
  ["missing page", "/zh/none"],
  ["refused method", "/zh", "POST"],
  ["file", "/robots.txt"],
  ["map", "/maps/overview.light.svg"],
  ["font", "/fonts/golos-text-latin-wght-normal.woff2"],
  ["way to a language", "/"],
  ["health", "/healthz"],
];

/**
 * The scale of the HTTP Observatory: 100, less for what is missing, and more for what goes beyond it where nothing is.
 *
 * @type {{ name: string, points: (headers: Headers, isPage: boolean) => number }[]}
 */
const RULES = [
  {
    name: "content security policy",
    points: (headers) => {
      const policy = headers["content-security-policy"];
      if (!policy) return -25;
      const directives = new Map(policy.split(";").map((part) => [part.trim().split(/\s+/)[0] ?? "", part]));
      const scripts = directives.get("script-src") ?? directives.get("default-src") ?? "";
      if (!scripts || /unsafe-(inline|eval)|\*|\bdata:|\bhttps?:(?:\s|$)/.test(scripts)) return -20;
      if (/unsafe-inline/.test(directives.get("style-src") ?? "")) return 0;
      return /'none'/.test(directives.get("default-src") ?? "") ? 10 : 5;
    },
  },
  { name: "cookies", points: (headers) => (headers["set-cookie"] && !/secure/i.test(headers["set-cookie"]) ? -20 : 0) },
  { name: "cross-origin sharing", points: (headers) => (headers["access-control-allow-origin"] ? -50 : 0) },
  {
    name: "strict transport security",
    points: (headers) =>
      Number(/max-age=(\d+)/.exec(headers["strict-transport-security"] ?? "")?.[1] ?? 0) >= 15_768_000 ? 0 : -20,
  },
  { name: "nosniff", points: (headers) => (headers["x-content-type-options"] === "nosniff" ? 0 : -5) },
  {
    name: "framing",
    points: (headers) =>
      /frame-ancestors 'none'/.test(headers["content-security-policy"] ?? "")
        ? 5
        : /^(DENY|SAMEORIGIN)$/i.test(headers["x-frame-options"] ?? "")
          ? 0
          : -20,
  },
  {
    name: "referrer policy",
    points: (headers) =>
      /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(headers["referrer-policy"] ?? "")
        ? 5
        : 0,
  },
  {
    name: "cross-origin resource policy",
    points: (headers) => (/^same-(origin|site)$/.test(headers["cross-origin-resource-policy"] ?? "") ? 10 : 0),
  },
];

/** @param {Headers} headers */
function score(headers) {
  const points = RULES.map((rule) => ({ name: rule.name, points: rule.points(headers, true) }));
  const losses = points.filter((each) => each.points < 0);
  const base = 100 + losses.reduce((sum, each) => sum + each.points, 0);
  // Extra points count only for who has lost next to nothing.
  const extra = points.filter((each) => each.points > 0).reduce((sum, each) => sum + each.points, 0);
  return { score: base >= 90 ? base + extra : base, losses: losses.map(({ name }) => name) };
}

/** @param {Context} context @returns {Promise<Finding[]>} */
export async function auditHeaders({ databaseUrl, folder }) {
  const portal = await startBuilt({ databaseUrl, folder });
  /** @type {Finding[]} */
  const found = [];
  for (const [name, path, method = "GET"] of KINDS) {
    const answer = await fetch(portal.url + path, { method, redirect: "manual" });
    await answer.arrayBuffer();
    const headers = Object.fromEntries(answer.headers);
    // What is no document cannot run anything; only pages, and what a browser may show as one, need a policy.
    const isPolicyFree = !/html|svg|xml/.test(headers["content-type"] ?? "") && !headers["content-security-policy"];
    const judged = isPolicyFree ? { ...headers, "content-security-policy": "default-src 'none'" } : headers;
    const result = score(judged);
    const figure = `${result.score} of at least ${MUST}${result.losses.length ? `, lost by ${result.losses.join(", ")}` : ""} (${answer.status})`;
    found.push({
      name: `headers of ${name}`,
      ok: result.score >= MUST && headers["x-request-id"] !== undefined,
      figure,
    });
  }
  await portal.stop();
  return found;
}
