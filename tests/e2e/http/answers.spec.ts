import { type APIResponse, expect, test } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { lang } from "@/tests/support/pages";

const page = "/en/yugra/sites/sez-nyagan";
const visit = "/en/yugra/visits/ze-optoelectronic-yugra-2026";

/** One answer of every kind that leaves the server. */
const kinds: [name: string, path: string, status: number, method?: string][] = [
  ["a page", page, 200],
  ["a filtered page", "/en/sites?kind=sez", 200],
  ["a missing page", "/en/none", 404],
  ["a refused method", page, 405, "POST"],
  ["the way to a language", "/", 307],
  ["the way to the one address", "/en/", 308],
  ["a font", "/fonts/golos-text-latin-wght-normal.woff2", 200],
  ["a missing built file", "/_next/static/none.css", 404],
  ["a base map", "/maps/overview.light.svg", 200],
  ["a missing map", "/maps/none.svg", 404],
  ["a motif", "/motifs/yugra.svg", 200],
  ["a visit in the calendar", `${visit}/visit.ics`, 200],
  ["a booklet", `${visit}/booklet.pdf`, 200],
  ["a programme on one sheet", `${visit}/programme.pdf`, 200],
  ["a booklet of no visit", "/en/yugra/visits/none/booklet.pdf", 404],
  ["a file of a link that nobody made", "/en/v/abcdefghijkmnpqrstuvwxyz23/visit.ics", 404],
  ["the rules for robots", "/robots.txt", 200],
  ["the lists of pages", "/sitemap.xml", 200],
  ["a list of pages", "/sitemaps/sites.xml", 200],
  ["a missing list of pages", "/sitemaps/none.xml", 404],
  ["health", "/healthz", 200],
  ["readiness", "/readyz", 200],
];

function expectSafe(answer: APIResponse) {
  const headers = answer.headers();
  expect(headers["strict-transport-security"]).toMatch(/max-age=(?:3153|[4-9]\d{3}|6307)\d{4}.*includeSubDomains/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBeTruthy();
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["permissions-policy"]).toContain("geolocation=()");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
}

for (const [name, path, status, method = "GET"] of kinds) {
  test(`${name} comes with status ${status} and the security headers`, async ({ request }) => {
    const answer = await request.fetch(path, { method, maxRedirects: 0, headers: { origin: "https://evil.example" } });
    expect(answer.status()).toBe(status);
    expectSafe(answer);
    const { "content-type": type = "", "content-security-policy": policy = "" } = answer.headers();
    if (/^text\/|xml|javascript|json/.test(type))
      expect(type).toMatch(/charset=utf-8|image\/svg\+xml|application\/xml/);
    if (type.startsWith("text/html")) {
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
    if (status >= 400) expect(answer.headers()["cache-control"]).toContain("no-store");
  });
}

test("files of a visit say what they are, under a name, and are the same until something changes", async ({
  request,
}) => {
  for (const [file, type] of [
    ["visit.ics", "text/calendar; charset=utf-8"],
    ["booklet.pdf", "application/pdf"],
  ]) {
    const answer = await request.get(`${visit}/${file}`);
    const { "content-type": is, "content-disposition": name, etag = "" } = answer.headers();
    expect([is, name]).toEqual([type, expect.stringMatching(/^attachment; filename="ze-optoelectronic-yugra-2026/)]);
    const again = await request.get(`${visit}/${file}`, { headers: { "if-none-match": etag } });
    expect(again.status()).toBe(304);
  }
});

test("a reader who has a page already gets 304 and no body", async ({ request }) => {
  const first = await request.get(page);
  const etag = first.headers().etag ?? "";
  const again = await request.get(page, { headers: { "if-none-match": etag } });
  expect([again.status(), await again.text(), again.headers().etag]).toEqual([304, "", etag]);
  expect((await request.get(page, { headers: { "if-none-match": '"other"' } })).status()).toBe(200);
});

test("HEAD gets the headers of GET and no body", async ({ request }) => {
  const [head, get] = [await request.head(page), await request.get(page)];
  const { date: _, ...ofHead } = head.headers();
  const { date: __, ...ofGet } = get.headers();
  expect(ofHead).toMatchObject({ etag: ofGet.etag, "content-type": ofGet["content-type"] });
  expect(head.status()).toBe(200);
  expect(await head.text()).toBe("");
});

for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
  test(`${method} is refused and says what is possible`, async ({ request }) => {
    const answer = await request.fetch(page, { method, data: "a=b" });
    expect([answer.status(), answer.headers().allow]).toEqual([405, "GET, HEAD"]);
  });
}

for (const [accepted, locale] of [
  ["ru-RU,ru;q=0.9", "ru"],
  ["en-US,en;q=0.5", "en"],
  ["zh-CN", "zh"],
  ["de-DE", "zh"],
]) {
  test(`a reader who speaks ${accepted} comes to /${locale}`, async ({ request }) => {
    const answer = await request.get("/", { headers: { "accept-language": accepted ?? "" }, maxRedirects: 0 });
    expect(answer.headers().location).toBe(`/${locale}`);
    expect(answer.headers().vary).toBe("accept-language");
  });
}

for (const locale of locales) {
  const spellings = [
    `/${locale.toUpperCase()}`,
    `/${locale}/Yugra`,
    `/${locale}/sites/filtered`,
    `/${locale}/yugra/sites/filtered?kind=sez`,
    `/${locale}/errors/500`,
    `/${locale}/yugra.rsc`,
    `/${locale}/yugra?_rsc=abc12`,
    `/${locale}/tver/sites/sez-nyagan`,
    `/${locale}/yugra/visits/sez-nyagan`,
    `/${locale}/${"a".repeat(3000)}`,
    `/${locale}/%D1%8E%D0%B3%D1%80%D0%B0`,
    `/${locale}/yugra%00`,
    `/${locale}/__proto__`,
    `/${locale}/constructor`,
  ];
  test(`addresses that lead nowhere are a helpful missing page in ${locale}`, async ({ request }) => {
    for (const path of spellings) {
      const answer = await request.get(path);
      expect([path, answer.status()]).toEqual([path, 404]);
      const html = await answer.text();
      expect(html).toContain(`<html lang="${lang[locale]}"`);
      expect(html).toContain(`href="/${locale}/sites"`);
      expect(html).not.toContain("a".repeat(300));
    }
  });
}

test("the framework's headers and its services lead nowhere", async ({ request }) => {
  for (const name of ["rsc", "next-router-prefetch", "next-action"]) {
    expect((await request.get("/en/yugra", { headers: { [name]: "1" } })).status()).toBe(404);
  }
  for (const path of [
    "/_next/image?url=http%3A%2F%2F127.0.0.1%3A5432&w=64&q=75",
    "/_next/data/x/en.json",
    "/server.js",
    "/en.rsc",
  ]) {
    expect((await request.get(path)).status()).toBe(404);
  }
});

test("no header of one reader changes the page of the next", async ({ request }) => {
  const clean = await (await request.get("/en/tver")).text();
  const poison = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "javascript",
    "x-original-url": "/en/none",
    "x-rewrite-url": "/en/none",
    "x-middleware-subrequest": "middleware",
    "x-next-cache-tags": "none",
    "x-matched-path": "/en/none",
    "x-invoke-path": "/en/none",
    "content-security-policy": "script-src *",
    cookie: "NEXT_LOCALE=ru; __prerender_bypass=1",
    "accept-language": "ru",
    range: "bytes=0-10",
  };
  for (const [name, value] of Object.entries(poison)) {
    expect(await (await request.get("/en/tver", { headers: { [name]: value } })).text()).toBe(clean);
  }
  expect(await (await request.get("/en/tver")).text()).toBe(clean);
  expect(clean).not.toContain("evil.example");
});
