import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/tests/support/messages";

/** A reader of a page in one language: finds things by the words that stand there. */
export class Reader {
  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {}

  /** An interface word without arguments, such as `visit.people.title`. */
  word(key: string): string {
    const word = messagesOf(this.locale).get(key);
    if (word === undefined || word.includes("{")) throw new Error(`${key} is no plain word`);
    return word;
  }

  open(path: string) {
    return this.page.goto(`/${this.locale}${path}`);
  }

  /** The part of the page under a heading. */
  section(key: string): Locator {
    const heading = this.page.getByRole("heading", { name: this.word(key), exact: true });
    return this.page.locator("section").filter({ has: heading });
  }
}
