import { expect, type Page, test } from "@playwright/test";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "serial" });

/** Everything that the forms of a record hold, by the names of their inputs. */
type Typed = {
  rows: Record<string, string[]>;
  texts: [name: string, value: string][];
  ticks: [name: string, value: string][];
};

test.describe("the visit of January 2026", () => {
  let portal: StaffPortal;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4420);
  });
  test.afterAll(() => portal?.stop());

  test("typed in by hand through the forms, with all that came of it, is the page that the facts made", async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: true });
    await portal.signIn(context, "operator", null);
    const page = await context.newPage();
    const slug = "ze-optoelectronic-yugra-2026";
    const visit = await portal.recordId("visit", slug);
    const outcomes = await portal.database.query<{ id: string; slug: string }>(
      "SELECT o.id, r.slug FROM outcome o JOIN record r ON r.id = o.id WHERE o.visit_id = $1 ORDER BY o.position",
      [visit],
    );
    expect(outcomes.rows.length).toBeGreaterThan(2);
    const copies = new Map<string, string>([
      [visit, await typeAgain(page, visit, "visit", `${slug}-typed`, new Map())],
    ]);
    const label = await labelOf(page, copies.get(visit) ?? "", "visit");
    for (const outcome of outcomes.rows) {
      const links = new Map([["values.visitId", label]]);
      copies.set(outcome.id, await typeAgain(page, outcome.id, "outcome", `${outcome.slug}-typed`, links));
    }
    for (const locale of ["ru", "zh", "en"]) {
      const [loaded, typed] = await Promise.all(
        [slug, `${slug}-typed`].map(async (one) => mainOf(await context.request.get(`/${locale}/yugra/visits/${one}`))),
      );
      expect(typed).toEqual(loaded);
    }
    await context.close();
  });

  /** What stands in a page, without the addresses and ids in which the two must differ. */
  async function mainOf(answer: { status(): number; text(): Promise<string> }): Promise<string[]> {
    expect(answer.status()).toBe(200);
    const html = await answer.text();
    return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "")
      .replaceAll("-typed", "")
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
      .replace(/<script[\s\S]*?<\/script>/g, "")
      .split(/(?=<)/);
  }

  /** How links to a record are typed. */
  async function labelOf(_page: Page, id: string, kind: string): Promise<string> {
    const { rows } = await portal.database.query<{ name: string; slug: string }>(
      "SELECT t.name, r.slug FROM record r JOIN record_text t ON t.record_id = r.id AND t.locale = 'ru' WHERE r.id = $1 AND r.kind = $2::kind",
      [id, kind],
    );
    return `${rows[0]?.name} · ${rows[0]?.slug}`;
  }

  /** Begins a record of that kind and types what the other one holds; returns its id when it is published. */
  async function typeAgain(
    page: Page,
    from: string,
    kind: string,
    slug: string,
    other: Map<string, string>,
  ): Promise<string> {
    await page.goto(`/ru/admin/records/${from}`);
    const typed = await readForm(page);
    const name = typed.texts.find(([one]) => one === "ru:name")?.[1] ?? "";
    await page.goto(`/ru/admin/records/new?kind=${kind}`);
    await page.locator('select[name="kind"], input[name="kind"]').first().waitFor({ state: "attached" });
    if (await page.locator('select[name="kind"]').count()) await page.selectOption('select[name="kind"]', kind);
    const yugra = await portal.recordId("region", "yugra");
    await page.selectOption('select[name="region"]', yugra);
    await page.fill('[name="name"]', name);
    await page.fill('[name="slug"]', slug);
    await page.click("#main button[type=submit]");
    await page.waitForURL(/\/admin\/records\/[0-9a-f-]{36}/);
    const id = /records\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
    const ids = new Map([[from, id]]);
    for (const [group, rows] of Object.entries(typed.rows)) {
      for (const row of rows) {
        await page.click(`button[value="add/${group}"]`);
        await page.waitForURL(/#row-/);
        ids.set(row, /#row-([0-9a-z-]+)/.exec(page.url())?.[1] ?? "");
      }
    }
    const renamed = (text: string) => [...ids].reduce((name, [old, now]) => name.replaceAll(old, now), text);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    // Places for further sources appear when those before are saved.
    for (let isComplete = false; !isComplete; ) {
      isComplete = true;
      for (const [name, value] of byPlace(typed.texts)) {
        const input = page
          .locator(`#editor [name="${renamed(name.name)}"]:not([type=hidden]):not([type=checkbox])`)
          .nth(name.place);
        if ((await input.count()) === 0) continue;
        const wanted = name.name === "slug" ? slug : (other.get(name.name) ?? renamed(value));
        if ((await input.inputValue()) === wanted) continue;
        isComplete = false;
        if ((await input.evaluate((element) => element.tagName)) === "SELECT") await input.selectOption(wanted);
        else await input.fill(wanted);
      }
      for (const [name, value] of typed.ticks) {
        const box = page.locator(`#editor [type=checkbox][name="${renamed(name)}"][value="${renamed(value)}"]`);
        if (await box.count()) await box.first().check();
      }
      // The word of the last save goes from the address, so that the next one can be waited for.
      await page.evaluate(() => history.replaceState(null, "", location.pathname));
      await page.locator("#editor .edit-end button").click();
      await page.waitForURL(/said=/);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
    }
    for (const box of await page.locator("#release input[name=part]").all()) await box.check();
    await page.click('button[value="publish"]');
    await page.waitForURL(/said=|try=/);
    const checks = await page.locator("#checks").innerText();
    expect(page.url(), checks).toContain("said=published");
    return id;
  }

  /** Texts of one name in their order: the first source, the second … */
  function byPlace(texts: [string, string][]): [{ name: string; place: number }, string][] {
    const seen = new Map<string, number>();
    return texts.map(([name, value]) => {
      const place = seen.get(name) ?? 0;
      seen.set(name, place + 1);
      return [{ name, place }, value];
    });
  }

  function readForm(page: Page): Promise<Typed> {
    return page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>("#editor");
      const typed: Typed = { rows: {}, texts: [], ticks: [] };
      for (const control of form?.elements ?? []) {
        if (
          !(
            control instanceof HTMLInputElement ||
            control instanceof HTMLTextAreaElement ||
            control instanceof HTMLSelectElement
          )
        )
          continue;
        const { name, value, type } = control;
        const group = /^rows\.([A-Za-z]+)$/.exec(name)?.[1];
        if (group) {
          typed.rows[group] ??= [];
          if (value) typed.rows[group].push(value);
        } else if (type === "hidden" || ["part", "minor", "reason", "publishAt", "comment"].includes(name)) continue;
        else if (control instanceof HTMLInputElement && type === "checkbox") {
          if (control.checked) typed.ticks.push([name, value]);
        } else if (value !== "") typed.texts.push([name, value]);
      }
      return typed;
    });
  }
});
