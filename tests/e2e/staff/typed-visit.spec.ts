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
    // Places for further sources appear when those before are saved.
    const texts = byPlace(typed.texts).map(([{ name: field, place }, value]) => ({
      name: renamed(field),
      place,
      value: field === "slug" ? slug : (other.get(field) ?? renamed(value)),
    }));
    const ticks = typed.ticks.map(([field, value]) => ({ name: renamed(field), value: renamed(value) }));
    // Places for further sources appear when those before are saved.
    while ((await typeAll(page, texts, ticks)) > 0) {
      // The word of the last save goes from the address, so that the next one can be waited for.
      await page.evaluate(() => history.replaceState(null, "", location.pathname));
      await page.locator("#editor .edit-end button").click();
      await page.waitForURL(/said=/);
    }
    for (const box of await page.locator("#release input[name=part]").all()) await box.check();
    await page.click('button[value="publish"]');
    await page.waitForURL(/said=|try=/);
    const checks = await page.locator("#checks").textContent();
    expect(page.url(), checks ?? "").toContain("said=published");
    return id;
  }

  /** Puts texts into the inputs and ticks into the boxes, all at once; returns how many were not so before. */
  function typeAll(
    page: Page,
    texts: { name: string; place: number; value: string }[],
    ticks: { name: string; value: string }[],
  ): Promise<number> {
    return page.evaluate(
      ([wanted, boxes]) => {
        const form = document.querySelector<HTMLFormElement>("#editor");
        const controls = [...(form?.elements ?? [])].filter(
          (one): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
            one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement,
        );
        let changed = 0;
        for (const { name, place, value } of wanted) {
          const own = controls.filter((one) => one.name === name && !["hidden", "checkbox"].includes(one.type));
          const input = own[place];
          if (!input || input.disabled || input.value === value) continue;
          input.value = value;
          changed++;
        }
        for (const { name, value } of boxes) {
          const box = controls.find((one) => one.name === name && one.type === "checkbox" && one.value === value);
          if (!(box instanceof HTMLInputElement) || box.disabled || box.checked) continue;
          box.checked = true;
          changed++;
        }
        return changed;
      },
      [texts, ticks] as const,
    );
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
