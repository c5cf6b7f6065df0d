import { describe, expect, it } from "vitest";
import { ErrorPages, errorCodes, failureIdMark } from "@/lib/core/gate/error-pages";
import { locales } from "@/lib/i18n/locales";

const drawn = async (url: string) => ({
  status: 200,
  headers: {},
  cookies: [],
  body: Buffer.from(`${url} ${failureIdMark}`),
});
const toPlain = ({ body }: { body: Buffer }) => ({ headers: { "content-type": "text/html; charset=utf-8" }, body });

async function prepared() {
  const pages = new ErrorPages(drawn, toPlain);
  await pages.prepare();
  return pages;
}

describe("an error page", () => {
  it.each(locales.flatMap((locale) => errorCodes.map((code) => [code, locale] as const)))(
    "for %i in %s has its status, its language and is kept by nobody",
    async (code, locale) => {
      const answer = await (await prepared()).answer(code, locale);
      expect(answer.status).toBe(code);
      expect(answer.identity?.toString()).toContain(`/${locale}/errors/${code} `);
      expect(answer.headers).toMatchObject({ "cache-control": "no-store", "content-type": "text/html; charset=utf-8" });
      expect(answer.headers.etag).toBeUndefined();
    },
  );

  it("shows the number of the failure, also one with a dollar sign", async () => {
    const pages = await prepared();
    expect((await pages.answer(500, "en", "a1")).identity?.toString()).toBe("/en/errors/500 a1");
    expect((await pages.answer(500, "en")).identity?.toString()).not.toContain(failureIdMark);
  });

  it("says when to come back, and which methods there are", async () => {
    const pages = await prepared();
    expect((await pages.answer(503, "en")).headers["retry-after"]).toMatch(/^\d+$/);
    expect((await pages.answer(405, "en")).headers.allow).toBe("GET, HEAD");
    expect((await pages.answer(404, "en")).headers).not.toHaveProperty("retry-after");
  });

  it("that cannot be drawn stops the start", async () => {
    const broken = new ErrorPages(async (url) => ({ ...(await drawn(url)), status: 500 }), toPlain);
    await expect(broken.prepare()).rejects.toThrow(/403 in zh answers 500/);
  });

  it("is the plain number where none was drawn", async () => {
    const answer = await new ErrorPages(drawn, toPlain).answer(503, "ru");
    expect(answer.identity?.toString()).toBe("503");
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
  });
});
