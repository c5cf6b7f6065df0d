import { expect, test } from "@playwright/test";
import { linksOf, textOf } from "@/tests/support/pages";

const plain = "/en/sites";

test.describe("a catalogue address", () => {
  const broken = [
    "kind=castle",
    "kind=SEZ",
    "kind[]=sez",
    "kind=%27%20OR%201%3D1--",
    "kind=<script>alert(1)</script>",
    "region=../yugra",
    "region=%00",
    "region=%E0%A4%A",
    "status=%F0%9F%98%80",
    "page=0",
    "page=-1",
    "page=1.5",
    "page=abc",
    `page=${"9".repeat(400)}`,
    `kind=${"sez,".repeat(1000)}`,
    "=&&&=&?&#",
    "__proto__[x]=1&constructor=2",
    "utm_source=wechat&from=singlemessage",
  ];

  for (const query of broken) {
    test(`with the broken query ${query.slice(0, 40)} shows every site`, async ({ request }) => {
      const answer = await request.get(`${plain}?${query}`);
      expect(answer.status()).toBe(200);
      const html = await answer.text();
      expect(html).not.toMatch(/<script>alert|OR 1=1/);
      expect(textOf(html)).toContain("52");
    });
  }

  test("with a page far behind the last is whole and says that nothing is there", async ({ request }) => {
    for (const page of ["4", "999", "10000"]) {
      const answer = await request.get(`${plain}?page=${page}`);
      expect([page, answer.status()]).toEqual([page, 200]);
    }
  });

  test("has one canonical form whatever its order, and is for no search engine", async ({ request }) => {
    const [a, b] = await Promise.all([
      request.get(`${plain}?kind=sez,asez&region=tver,moscow`).then((answer) => answer.text()),
      request.get(`${plain}?region=moscow,tver&kind=asez,sez&x=1`).then((answer) => answer.text()),
    ]);
    expect(a).toBe(b);
    expect(a).toMatch(/<meta name="robots" content="[^"]*noindex/);
    expect(await (await request.get(plain)).text()).not.toMatch(/<meta name="robots" content="[^"]*noindex/);
  });

  test("keeps its filter in every language", async ({ request }) => {
    const html = await (await request.get(`${plain}?region=tver&kind=sez`)).text();
    for (const locale of ["zh", "ru"]) expect(linksOf(html)).toContain(`/${locale}/sites?region=tver&kind=sez`);
  });
});
