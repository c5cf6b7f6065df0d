import { describe, expect, it } from "vitest";
import { preferredLocale, type RequestHead, readAddress, takesFiles } from "@/lib/core/gate/address";
import { listFilterKeys } from "@/lib/core/paths";

const read = (url: string, head: Partial<RequestHead> = {}) =>
  readAddress({ method: "GET", url, headers: {}, ...head });
const missing = { kind: "refused", status: 404 };

describe("an address", () => {
  it.each(["/zh", "/ru", "/en", "/en/yugra", "/en/sites", "/en/yugra/sites/sez-nyagan", "/ru/moscow-oblast/sites"])(
    "%s is a page",
    (url) => {
      expect(read(url)).toEqual({ kind: "page", locale: url.slice(1, 3), url });
    },
  );

  it("without a path leads to a language", () => {
    expect(read("/")).toEqual({ kind: "root" });
  });

  it.each([
    ["wrong case of the language", "/EN"],
    ["wrong case of a slug", "/en/Yugra"],
    ["an unknown first segment", "/de"],
    ["a page without a language", "/yugra/sites"],
    ["an underscore", "/en/yugra_sites"],
    ["percent-encoding of a plain letter", "/%65n/yugra"],
    ["an encoded slash", "/en%2Fyugra"],
    ["an encoded step up", "/en/%2e%2e/ru"],
    ["Cyrillic letters", "/ru/югра"],
    ["a double slash", "/en//yugra"],
    ["a double slash in front", "//example.org/en"],
    ["a step up", "/en/../ru"],
    ["a step up among the built files", "/_next/static/../../server.ts"],
    ["the framework's data", "/en/yugra.rsc"],
    ["the framework's parts of data", "/en/yugra.segments/_tree.segment.rsc"],
    ["a dot at the end", "/en/yugra."],
    ["a zero byte", "/en/yugra%00"],
    ["a backslash", "/en\\yugra"],
    ["a semicolon", "/en/yugra;a=b"],
    ["the dynamic twin of the catalogue", "/en/sites/filtered"],
    ["the dynamic twin of a region's catalogue", "/en/yugra/sites/filtered"],
    ["a drawn error page", "/en/errors/500"],
    ["the framework's image service", "/_next/image?url=http://127.0.0.1:5432&w=64&q=75"],
    ["the framework's page data", "/_next/data/build/en.json"],
    ["a whole URL", "http://example.org/en"],
  ])("with %s leads nowhere", (_, url) => {
    expect(read(url)).toMatchObject(missing);
  });

  it.each(["/en?_rsc=1abc", "/en?_rsc", "/en/sites?kind=sez&_rsc=1", "/en?a=1&_rsc"])(
    "%s asks for the framework's data and leads nowhere",
    (url) => {
      expect(read(url)).toMatchObject(missing);
    },
  );

  it.each(["rsc", "next-router-state-tree", "next-router-prefetch", "next-action", "next-url"])(
    "with the header %s leads nowhere",
    (name) => {
      expect(read("/en/yugra", { headers: { [name]: "1" } })).toMatchObject(missing);
    },
  );

  it("with _rsc inside another parameter is a page", () => {
    expect(read("/en/sites?kind_rsc=1")).toMatchObject({ kind: "page" });
  });

  it("with a slash at the end leads to the one without, with its query", () => {
    expect(read("/en/yugra/")).toEqual({ kind: "redirect", to: "/en/yugra" });
    expect(read("/en/sites/?kind=sez")).toEqual({ kind: "redirect", to: "/en/sites?kind=sez" });
  });

  it.each(["/example.org/", "/de/yugra/", "/en/Yugra/", "//example.org/"])("%s is no redirect to anywhere", (url) => {
    expect(read(url)).toMatchObject(missing);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "get"])(
    "asked by %s is refused",
    (method) => {
      expect(read("/en/yugra", { method })).toEqual({ kind: "refused", status: 405, locale: "en" });
    },
  );

  it("asked by HEAD is the same page", () => {
    expect(read("/en/yugra", { method: "HEAD" })).toEqual(read("/en/yugra"));
  });

  it("refused under a language speaks that language, else the reader's", () => {
    expect(read("/ru/Нет")).toMatchObject({ locale: "ru" });
    expect(read("/RU/x")).toMatchObject({ locale: "ru" });
    expect(read("/x", { headers: { "accept-language": "en-GB" } })).toMatchObject({ locale: "en" });
    expect(read("/x")).toMatchObject({ locale: "zh" });
  });

  it.each([
    ["/_next/static/chunks/a.css", "asset"],
    ["/fonts/a.woff2", "asset"],
    ["/favicon.ico", "asset"],
    ["/maps/overview-light.svg", "file"],
    ["/zh/yugra/visits/ze-visit/visit.ics", "file"],
    ["/zh/yugra/visits/ze-visit/booklet.pdf", "file"],
    ["/zh/yugra/visits/ze-visit/programme.pdf", "file"],
    ["/zh/yugra/visits/ze-visit/other.pdf", "refused"],
    ["/zh/yugra/sites/ze-visit/booklet.pdf", "refused"],
    ["/robots.txt", "file"],
    ["/sitemap.xml", "file"],
    ["/sitemaps/sites.xml", "file"],
  ])("%s is of kind %s", (url, kind) => {
    expect(read(url)).toMatchObject({ kind });
  });

  it("knows files of the library, uploads under way and who takes what by which method", () => {
    const key = "abcdefghijkmnpqrstuvwxyz23";
    const id = "0190a0a0-0000-7000-8000-000000000000";
    expect(read(`/media/${key}/480.webp?x=1`)).toEqual({
      kind: "stored",
      url: `/media/${key}/480.webp`,
      isStaff: false,
    });
    expect(read(`/ru/admin/media/${id}/file/480`)).toMatchObject({ kind: "stored", isStaff: true });
    for (const url of [
      `/media/${key}/../480.webp`,
      `/media/${key}/0480.webp`,
      `/media/${key}/480.php`,
      "/media/a/1.webp",
    ]) {
      expect([url, read(url)]).toEqual([url, expect.objectContaining({ kind: "refused", status: 404 })]);
    }
    const upload = `/ru/admin/media/uploads/${id}`;
    const kindBy = (method: string, url: string) => readAddress({ method, url, headers: {} }).kind;
    expect(["GET", "PATCH", "POST", "PUT"].map((method) => kindBy(method, upload))).toEqual([
      "staff",
      "staff",
      "refused",
      "refused",
    ]);
    expect(["GET", "POST"].map((method) => kindBy(method, "/ru/admin/media/upload"))).toEqual(["refused", "staff"]);
    expect([upload, "/ru/admin/media/upload", "/ru/admin/media/uploads", "/ru/admin/send/x"].map(takesFiles)).toEqual([
      "piece",
      "form",
      null,
      null,
    ]);
  });

  it("of a visit by secret link is kept by nobody; its files and its one place for forms are known", () => {
    const page = `/zh/v/${"0a".repeat(32)}`;
    const kindBy = (method: string, url: string) => readAddress({ method, url, headers: {} }).kind;
    for (const url of [page, `${page}?paper=3`, `${page}/visit.ics`, `${page}/booklet.pdf`, "/zh/v/short"]) {
      expect([url, read(url)]).toEqual([url, { kind: "staff", locale: "zh", url }]);
    }
    expect(["GET", "POST"].map((method) => kindBy(method, `${page}/send`))).toEqual(["refused", "staff"]);
    for (const url of [page, `${page}/visit.ics`]) expect([url, kindBy("POST", url)]).toEqual([url, "refused"]);
    for (const url of [
      "/zh/v",
      `${page}/a/b`,
      `${page}/.ics`,
      `${page}/..`,
      `${page}/a.phtml5`,
      `/fr/v/${"a".repeat(64)}`,
    ]) {
      expect([url, read(url).kind]).not.toEqual([url, "staff"]);
    }
  });

  it("of a file loses its query, so that a query cannot fill the cache", () => {
    expect(read("/maps/overview-light.svg?x=1")).toEqual({ kind: "file", url: "/maps/overview-light.svg" });
  });
});

describe("the query of an address", () => {
  const queryOf = (url: string) => {
    const address = read(url);
    return address.kind === "page" ? address.url.slice(address.url.split("?", 1)[0]?.length) : address.kind;
  };

  it("has one order, whatever the reader's", () => {
    const wanted = "?region=tver,yugra&kind=asez,sez&status=planned&page=2";
    expect(queryOf("/en/sites?page=2&status=planned&kind=sez,asez&region=yugra,tver")).toBe(wanted);
  });

  it.each(Object.entries(listFilterKeys))("of %s keeps each of its parameters, in their order", (list, keys) => {
    const pairs = keys.map((key) => `${key}=a1`);
    expect(queryOf(`/en/${list}?${pairs.toReversed().join("&")}`)).toBe(`?${pairs.join("&")}`);
  });

  it("keeps what changes the data and nothing else", () => {
    expect(queryOf("/en/sites?utm_source=wechat&kind=sez&unit=mu")).toBe("?kind=sez");
    expect(queryOf("/en/tver/sites?kind=sez&x=1")).toBe("?kind=sez");
  });

  it.each(["/en?kind=sez", "/en/yugra?page=2", "/en/yugra/sites/sez-nyagan?kind=sez", "/en/about?region=tver"])(
    "of %s is dropped: only a list has one",
    (url) => {
      expect(queryOf(url)).toBe("");
    },
  );

  it.each(["kind=<svg>", "kind=%27%20OR%201=1", "kind=SEZ", "kind=sez,", "kind=,", "kind=", "page=%00"])(
    "drops the broken value in ?%s",
    (query) => {
      expect(queryOf(`/en/sites?${query}`)).toBe("");
    },
  );

  it.each([
    [199, true],
    [200, true],
    [201, false],
  ])("with a value of %i characters keeps it: %s", (length, isKept) => {
    expect(queryOf(`/en/sites?kind=${"a".repeat(length)}`) !== "").toBe(isKept);
  });

  it("takes the first of a parameter that is given twice", () => {
    expect(queryOf("/en/sites?kind=sez&kind=asez")).toBe("?kind=sez");
  });

  it("is read in no time, however long", () => {
    expect(queryOf(`/en/sites?${"kind=a&".repeat(20_000)}`)).toBe("?kind=a");
    expect(queryOf(`/en/sites?kind=${"a,".repeat(50_000)}`)).toBe("");
  });
});

describe("a reader's language", () => {
  it.each([
    [undefined, "zh"],
    ["", "zh"],
    ["ru", "ru"],
    ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
    ["de-DE,de;q=0.9,en;q=0.5,ru;q=0.4", "en"],
    ["en;q=0.3, ru;q=0.7", "ru"],
    ["zh-Hant-TW,en;q=0.9", "zh"],
    ["ZH-cn", "zh"],
    ["ru;q=0,en", "en"],
    ["*", "zh"],
    ["fr, *;q=0.1", "zh"],
    ["ru;q=oops", "ru"],
    [";;;,,,q=", "zh"],
    [["en", "ru"], "en"],
    [`${"de,".repeat(5_000)}ru`, "zh"],
  ])("of Accept-Language %j is %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
