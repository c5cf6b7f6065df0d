// The fences of the house (ARCHITECTURE: files of a domain, ways through the house). Each rule says why it is there.
const fs = require("node:fs");
const path = require("node:path");

/** From left to right: a domain may import those before it, never those after it. */
const DOMAINS = [
  ["core"],
  ["db", "i18n", "spreadsheet"],
  ["auth"],
  ["form"],
  ["audit", "media", "translation", "publishing", "source", "map", "staff", "search"],
  ["region"],
  ["organisation"],
  ["regime"],
  ["outcome"], // sites and visits show what came of them
  ["site"],
  ["crossing"], // names the sites near it
  ["visit"],
  ["event"],
  ["partner"], // a pair of region and place over visits, outcomes and events
  ["project"],
  ["support"],
  ["sector"],
  ["enquiry"],
  ["record"], // edits all of them
  ["register"], // takes whole lists of them in and out
  ["programme"], // runs a visit: versions, links, papers, meetings
];

/**
 * Leaves that public pages may import although they are client components: those that hold the state of a public form.
 * Their script is dropped on the way out, the form works without.
 */
const PUBLIC_FORM_LEAVES = [];

const PUBLIC_PAGES = "^app/\\[locale\\]/\\(public\\)/";
const QUERY = "(^|/)(public|staff|share)-queries\\.ts$";
const LOADER = "(^|/)((public|staff|share)-queries|mutations|actions)\\.ts$";
const GENERATED = "^lib/db/generated/";
/** Lists of words, the reading of errors and types: they open no connection. */
const WITHOUT_DATABASE = "^lib/db/(generated/enums|errors|table)\\.ts$";

requireKnownDomains();

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: { pathNot: GENERATED },
      to: { circular: true },
    },
    {
      name: "actors-are-handed-over-once",
      comment: "Somebody is signed in by his session; only the process for lists is told who asked.",
      severity: "error",
      from: { path: "^(app|components|lib|server|worker)", pathNot: "^lib/register/task/command\\.ts$" },
      to: { path: "^lib/auth/handed-over\\.ts$" },
    },
    {
      name: "imports-run-one-way",
      comment: "app → components → lib; lib knows neither.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-route",
      comment: "A component can stand on any page.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-load-nothing",
      comment: "They get DTOs (types.ts) from the page.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: ["^lib/db/", QUERY, "(^|/)mutations\\.ts$"], pathNot: WITHOUT_DATABASE },
    },
    {
      name: "app-writes-through-actions",
      comment: "Parsing, permission and cache tags stand in actions.ts.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: ["(^|/)mutations\\.ts$", "^lib/db/"], pathNot: WITHOUT_DATABASE },
    },
    {
      name: "rules-are-pure",
      comment: "schema.ts, types.ts and rules.ts work in the browser too, without clock and database.",
      severity: "error",
      from: { path: "^lib/(?!core/).*/(schema|types|rules)\\.ts$" },
      to: { path: [LOADER, "^lib/db/(client|make-client|sql)\\.ts$", "^node_modules/(server-only|pg|next)/"] },
    },
    {
      name: "queries-only-read",
      comment: "A read that writes cannot be cached.",
      severity: "error",
      from: { path: QUERY },
      to: { path: "(^|/)(mutations|actions)\\.ts$" },
    },
    {
      name: "public-queries-know-no-drafts",
      comment: "What public-queries cannot import, no public page can leak.",
      severity: "error",
      from: { path: "(^|/)public-queries\\.ts$" },
      to: { path: ["(^|/)(staff|share)-queries\\.ts$", "^lib/auth/"] },
    },
    {
      name: "mutations-know-no-actions",
      comment: "actions → mutations, not back.",
      severity: "error",
      from: { path: "(^|/)mutations\\.ts$" },
      to: { path: "(^|/)actions\\.ts$" },
    },
    {
      name: "database-stays-in-queries",
      comment: "Only queries, mutations, the loader of the facts and health checks speak with the database.",
      severity: "error",
      from: {
        path: "^(lib|app|components|server\\.ts|proxy\\.ts|instrumentation\\.ts)",
        pathNot: ["^lib/db/", QUERY, "(^|/)mutations\\.ts$", "^lib/core/health", "^lib/auth/better-auth\\.ts$"],
      },
      to: { path: "^lib/db/", pathNot: WITHOUT_DATABASE },
    },
    {
      name: "public-pages-have-no-drafts",
      comment: "However long the way: a public page that cannot reach a staff query cannot show a draft.",
      severity: "error",
      from: { path: PUBLIC_PAGES },
      to: { path: "(^|/)(staff|share)-queries\\.ts$", reachable: true },
    },
    {
      name: "public-pages-have-no-client-components",
      comment:
        "Public pages leave without framework scripts, so such a component would never come to life. Use an island.",
      severity: "error",
      from: { path: PUBLIC_PAGES },
      to: { path: clientModules(), reachable: true },
    },
    {
      name: "public-pages-use-native-elements",
      comment: "next/link, next/image and the like are client components; use a, img, form.",
      severity: "error",
      from: { path: [PUBLIC_PAGES, "^components/"], pathNot: "^components/(staff|admin)/" },
      to: { path: "^node_modules/(next/(link|image|form|script|dynamic)|next-intl/.*navigation)" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|prisma|server\\.ts)" },
      to: { path: "^(tests|scripts)/" },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...domainOrder(),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true, // types that cross a fence count too
    doNotFollow: { path: ["node_modules", GENERATED] },
    exclude: { path: ["^\\.next/", "^dist/", "\\.css$"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};

function domainOrder() {
  return DOMAINS.slice(0, -1).flatMap((group, index) => {
    const later = DOMAINS.slice(index + 1).flat();
    return group.map((domain) => ({
      name: `order-of-domains-${domain}`,
      comment: "A domain imports those to its left only (the list in .dependency-cruiser.cjs).",
      severity: "error",
      from: { path: `^lib/${domain}/` },
      // The list of languages is a constant that core's addresses need.
      to: { path: `^lib/(${later.join("|")})/`, pathNot: "^lib/i18n/locales\\.ts$" },
    }));
  });
}

function requireKnownDomains() {
  const known = new Set(DOMAINS.flat());
  const folders = fs.existsSync("lib") ? fs.readdirSync("lib", { withFileTypes: true }) : [];
  const unknown = folders.find((entry) => entry.isDirectory() && !known.has(entry.name));
  if (unknown) throw new Error(`lib/${unknown.name} has no place in the order of domains (.dependency-cruiser.cjs)`);
}

/** Every module that begins with "use client", as patterns; one that fits nothing when there is none. */
function clientModules() {
  const modules = ["app", "components", "lib"].flatMap(listSources).filter(isClientModule);
  const forbidden = modules.filter((file) => !PUBLIC_FORM_LEAVES.includes(file));
  return forbidden.length
    ? forbidden.map((file) => `^${file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`)
    : "^no such file$";
}

function listSources(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : listSources(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

function isClientModule(file) {
  return /^\s*(\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*["']use client["']/.test(fs.readFileSync(file, "utf8"));
}
