import { fetchRaw } from "./children.mjs";

/** Of a hundred requests so many are for … */
const SHARES = { popular: 72, any: 6, filter: 5, had: 10, file: 6, missing: 1 };

const LOCALES = ["zh", "ru", "en"];
const REGIONS = ["yugra", "khabarovsk", "tver", "moscow", "moscow-oblast"];
/** What most readers read: home, lists, regions. */
const POPULAR = ["", "/regions", "/sites", "/visits", "/outcomes", ...REGIONS.map((region) => `/${region}`)];
const KINDS = ["sez", "asez", "industrial_park", "technopark", "free_port"];
const FILES = ["/robots.txt", "/icon.svg", "/sitemap.xml", "/zh/feed.xml", "/speculation-rules.json"];

/** @typedef {string | { path: string, headers: Record<string, string> }} Wish */

/**
 * What readers ask for in one minute, in an order that is the same each time: mostly the well-known pages, every public
 * page once at least, lists with filters, readers who have the page already, files, addresses that lead nowhere.
 *
 * @param {string} origin  of a portal that just started
 * @param {number} count
 * @returns {Promise<{ wishes: Wish[], addresses: number }>}
 */
export async function mixedWishes(origin, count) {
  const random = numbers(20_260_801);
  const popular = LOCALES.flatMap((locale) => POPULAR.map((rest) => `/${locale}${rest}`));
  const had = await Promise.all(
    popular.slice(0, 6).map(async (path) => ({ path, headers: await nameOf(origin + path) })),
  );
  const filters = LOCALES.flatMap((locale) =>
    ["", ...REGIONS].flatMap((region) =>
      KINDS.map((kind) => `/${locale}/sites?${region && `region=${region}&`}kind=${kind}`),
    ),
  );
  const pages = await everyPage(origin);
  mix(pages, random);
  const missing = Array.from({ length: 50 }, (_, index) => `/zh/yugra/sites/none-${index}`);
  /** @type {Record<keyof typeof SHARES, Wish[]>} */
  const sources = { popular, any: pages, filter: filters, had, file: FILES, missing };
  /** @type {Wish[]} */
  const wishes = [];
  for (const [name, share] of Object.entries(SHARES)) {
    const source = sources[/** @type {keyof typeof SHARES} */ (name)];
    // In turn, so that none is left out.
    for (let index = 0; index < (count * share) / 100; index++) wishes.push(source[index % source.length] ?? "/zh");
  }
  mix(wishes, random);
  return { wishes, addresses: new Set(wishes.map((wish) => (typeof wish === "string" ? wish : wish.path))).size };
}

/**
 * Every public page and nothing else: more than can be drawn in the time.
 *
 * @param {string} origin
 * @returns {Promise<{ wishes: Wish[], addresses: number }>}
 */
export async function coldWishes(origin) {
  const wishes = await everyPage(origin);
  mix(wishes, numbers(1));
  return { wishes, addresses: wishes.length };
}

/** @param {string} url */
async function nameOf(url) {
  const { headers } = await fetchRaw(url);
  return { "If-None-Match": String(headers.etag) };
}

/** The first list names lists, those name the pages. @param {string} origin */
async function everyPage(origin) {
  const listed = async (/** @type {string} */ path) => {
    const list = (await fetchRaw(origin + path, {})).body.toString("utf8");
    return [...list.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, each = ""]) => each || "/zh");
  };
  return (await Promise.all((await listed("/sitemap.xml")).map(listed))).flat();
}

/** Numbers from 0 to 1 that are the same each time. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {unknown[]} list @param {() => number} random */
function mix(list, random) {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other], list[index]];
  }
}
