import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { newId } from "@/lib/core/ids";
import { codeFor } from "@/tests/support/one-time-code";
import { Reader } from "@/tests/support/reader";
import { invite } from "@/tests/support/staff-portal";

const password = "синий кит у моря";

async function invitation(email: string): Promise<string> {
  const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  try {
    return await invite(database, email, "approver");
  } finally {
    await database.end();
  }
}

/** What the browser refused to load or to run. */
function refusals(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => message.type() === "error" && found.push(message.text()));
  return found;
}

for (const locale of ["ru", "zh"] as const) {
  test(`somebody invited joins in ${locale}, sets up his codes, leaves and comes back`, async ({ page, context }) => {
    const reader = new Reader(page, locale);
    const word = (key: string) => reader.word(key);
    const field = (key: string) => page.getByLabel(word(key), { exact: true });
    const press = (key: string) => page.getByRole("button", { name: word(key), exact: true }).click();
    const heading = (name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const refused = refusals(page);
    const email = `${newId()}@example.org`;

    await reader.open(`/admin/invitation/${await invitation(email)}`);
    await expect(page.getByText(email)).toBeVisible();
    await expect(page.getByText(word("rights.role.approver"))).toBeVisible();
    await field("staff.name").fill("Анна Петрова");
    await field("staff.password").fill("qwerty123456");
    await field("staff.passwordAgain").fill("qwerty123456");
    await press("staff.invitation.submit");
    await expect(page.getByRole("alert")).toContainText(word("form.refused.password_common"));
    await expect(field("staff.name")).toHaveValue("Анна Петрова");
    await field("staff.password").fill(password);
    await field("staff.passwordAgain").fill(password);
    await press("staff.invitation.submit");

    // The role demands a second factor: no page but its setting up.
    await heading(word("staff.secondFactor.title"));
    await reader.open("/admin/records");
    await heading(word("staff.secondFactor.title"));
    await expect(page.getByText(word("staff.secondFactor.must"))).toBeVisible();
    await field("staff.password").fill(password);
    await press("staff.secondFactor.beginSubmit");
    await expect(page.getByRole("img", { name: word("staff.secondFactor.qr") })).toBeVisible();
    const secret = ((await page.locator("code").textContent()) ?? "").replace(/\s/g, "");
    const used = codeFor(secret);
    await field("staff.code.label").fill(used);
    await press("staff.secondFactor.confirmSubmit");
    await expect(page.getByRole("status")).toContainText(word("form.said.second_factor_on"));
    await expect(page.locator("code")).toHaveCount(10);
    const recovery = (await page.locator("code").first().textContent()) ?? "";
    await press("staff.secondFactor.codesDone");
    await expect(page).toHaveURL(new RegExp(`/${locale}/admin$`));

    const before = await context.cookies();
    await press("admin.signOut");
    await expect(page.getByRole("status")).toContainText(word("form.said.signed_out"));
    const session = before.find(({ name }) => name.endsWith("session_token"));
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    expect((await context.cookies()).some(({ name }) => name.endsWith("session_token"))).toBe(false);

    // Whoever kept the cookie is sent to sign in.
    await context.addCookies(session ? [session] : []);
    await reader.open("/admin/rights");
    await heading(word("staff.signIn.title"));
    await context.clearCookies({ name: /session_token$/ });

    await reader.open("/admin/rights");
    await field("staff.email").fill(email.toUpperCase());
    await field("staff.password").fill("another password");
    await press("staff.signIn.submit");
    await expect(page.getByRole("alert")).toContainText(word("form.refused.sign_in_failed"));
    await field("staff.email").fill(email);
    await field("staff.password").fill(password);
    await press("staff.signIn.submit");
    await heading(word("staff.code.title"));
    await field("staff.code.label").fill(used);
    await press("staff.continue");
    await expect(page.getByRole("alert")).toContainText(word("form.refused.code_wrong"));
    await field("staff.code.label").fill(recovery);
    await press("staff.continue");
    await heading(word("rights.title"));

    const other = locale === "ru" ? "zh" : "ru";
    await page
      .getByRole("banner")
      .getByRole("link", { name: word(`layout.languages.${other}`) })
      .click();
    await expect(page).toHaveURL(new RegExp(`/${other}/admin/rights$`));
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(width).toBe(0);
    expect(refused).toEqual([]);
  });
}
