import { vi } from "vitest";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { FormFields, type Result, type StaffAction } from "@/lib/form/types";

/** A browser that sends forms to the actions: it keeps the cookies that they set. */
export class Browser {
  readonly cookies = new Map<string, string>();
  client = "203.0.113.7";

  /** What `headers()` of the framework answers while this browser asks. */
  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({
      [clientHeader]: this.client,
      "user-agent": "Firefox/140 on Linux",
      ...(cookie ? { cookie } : {}),
    });
  }

  input(fields: Record<string, string>) {
    const { client } = this;
    const form = { formId: "0", locale: "ru", client, userAgent: "Firefox/140" } as const;
    return { ...form, fields: new FormFields(Object.entries(fields)) };
  }

  /** Sends a form that anybody may send. */
  async send(action: StaffAction | undefined, fields: Record<string, string>): Promise<Result> {
    if (action?.audience !== "anyone") throw new Error("not for anybody");
    asking.browser = this;
    return this.keep(await action.run(this.input(fields)));
  }

  /** Sends a form as who is signed in. */
  async sendAsStaff(action: StaffAction | undefined, fields: Record<string, string>): Promise<Result> {
    if (action?.audience !== "staff") throw new Error("not for staff");
    const actor = await this.actor();
    if (!actor) throw new Error("nobody is signed in");
    return this.keep(await action.run(actor, this.input(fields)));
  }

  /** Who the next page is drawn for. */
  async actor() {
    asking.browser = this;
    const { currentActor } = await import("@/lib/auth/session");
    return currentActor();
  }

  copy(): Browser {
    const other = new Browser();
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private keep(result: Result): Result {
    for (const line of result.cookies ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return result;
  }
}

const asking: { browser: Browser | null } = { browser: null };

/** For `vi.mock("next/headers", …)`. */
export const nextHeaders = { headers: vi.fn(async () => asking.browser?.headers ?? new Headers()) };
