import { type APIRequestContext, expect, test } from "@playwright/test";
import { askAll } from "@/tests/support/crawl";
import { facts, regionNames } from "@/tests/support/facts";

/** About what a server may send before it hears from the reader: with it a page is there after one trip. */
const firstFlight = 14_000;

/** Pages in Chinese that weigh more than they may on the way to a reader, with their weight. */
async function tooHeavy(request: APIRequestContext, paths: string[], encoding: "br" | "gzip", most: number) {
  const found = await askAll(paths, async (path) => {
    const answer = await request.fetch(path, { method: "HEAD", headers: { "accept-encoding": encoding } });
    const { "content-encoding": packed, "content-length": length } = answer.headers();
    if (answer.status() !== 200 || packed !== encoding) return `${path}: ${answer.status()}, ${packed}`;
    return Number(length) > 0 && Number(length) <= most ? null : `${path}: ${length}`;
  });
  return found.filter((one) => one !== null);
}

test("the home page, each region and each of its sites come in the first flight of packets", async ({ request }) => {
  const paths = regionNames.flatMap((region) => [
    `/zh/${region}`,
    ...facts(region).sites.map(({ slug }) => `/zh/${region}/sites/${slug}`),
  ]);
  expect(paths.length).toBeGreaterThan(50);
  expect(await tooHeavy(request, ["/zh", ...paths], "br", firstFlight)).toEqual([]);
});

test("a list of sources stays light, also for a reader without Brotli", async ({ request }) => {
  const paths = ["/zh/sources", ...regionNames.map((region) => `/zh/${region}/sources`)];
  expect(await tooHeavy(request, paths, "gzip", 30_000)).toEqual([]);
});

test("a page that weighs more than it may is found", async ({ request }) => {
  expect(await tooHeavy(request, ["/zh", "/zh/none"], "br", 100)).toHaveLength(2);
});
