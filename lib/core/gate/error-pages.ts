import type { KeptAnswer } from "@/lib/core/cache-state";
import { finishAnswer } from "@/lib/core/gate/answer";
import type { Captured } from "@/lib/core/gate/capture";
import { type Unsent, unsentMarks } from "@/lib/core/gate/unsent";
import { type Locale, locales } from "@/lib/i18n/locales";

export const errorCodes = [403, 404, 405, 413, 500, 503, 507] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The pages by the last segment of their address: one for each status, and one that holds a form to be sent again. */
export const errorPageNames = [...errorCodes, "unsent"] as const;
export type ErrorPageName = (typeof errorPageNames)[number];

/** Stands in the drawn error pages where the number of the failure goes. */
export const failureIdMark = "FAILURE-ID";

type Plain = { headers: Record<string, string>; body: Buffer };

/**
 * Error pages in each language, drawn before the first request: the framework draws its own with scripts, so without
 * scripts they come out blank. They need no database.
 */
export class ErrorPages {
  readonly #pages = new Map<string, Plain>();
  readonly #ask: (url: string) => Promise<Captured>;
  readonly #toPlain: (captured: Captured) => Plain;
  #prepared: Promise<void> | undefined;

  constructor(ask: (url: string) => Promise<Captured>, toPlain: (captured: Captured) => Plain) {
    this.#ask = ask;
    this.#toPlain = toPlain;
  }

  /** @throws Error when a page cannot be drawn: the build is then broken */
  prepare(): Promise<void> {
    this.#prepared ??= this.#draw();
    return this.#prepared;
  }

  async #draw(): Promise<void> {
    for (const locale of locales) {
      for (const name of errorPageNames) {
        const captured = await this.#ask(`/${locale}/errors/${name}`);
        if (captured.status !== 200) throw new Error(`the page for ${name} in ${locale} answers ${captured.status}`);
        this.#pages.set(`${locale}/${name}`, this.#toPlain(captured));
      }
    }
  }

  /** @param id  of a failure that was logged, for the reader to quote */
  answer(code: ErrorCode, locale: Locale, id = "—"): Promise<KeptAnswer> {
    return this.#answer(code, `${locale}/${code}`, (html) => html.replaceAll(failureIdMark, id));
  }

  /** Nothing was saved: the page holds what was typed, and a button that sends it again. */
  answerUnsent(locale: Locale, unsent: Unsent): Promise<KeptAnswer> {
    return this.#answer(503, `${locale}/unsent`, (html) =>
      html
        .replace(unsentMarks.action, () => unsent.action)
        .replace(unsentMarks.fields, () => unsent.fields)
        .replace(unsentMarks.texts, () => unsent.texts),
    );
  }

  async #answer(code: ErrorCode, name: string, fill: (html: string) => string): Promise<KeptAnswer> {
    await this.#prepared;
    const page = this.#pages.get(name);
    const headers = {
      "content-type": "text/plain; charset=utf-8",
      ...page?.headers,
      "cache-control": "no-store",
      ...(code === 503 ? { "retry-after": "30" } : {}),
      ...(code === 405 ? { allow: "GET, HEAD" } : {}),
    };
    const body = Buffer.from(page ? fill(page.body.toString("utf8")) : String(code));
    return finishAnswer({ status: code, headers, body, isKept: false });
  }
}
