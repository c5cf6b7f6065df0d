import type { Actor } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";

/** What a form sent, in order; a name may come several times. */
export class FormFields {
  readonly #pairs: (readonly [name: string, value: string])[];

  constructor(pairs: Iterable<readonly [string, string]>) {
    this.#pairs = [...pairs];
  }

  /** The last text under this name, trimmed; "" when there is none. */
  get(name: string): string {
    return this.#pairs.findLast(([one]) => one === name)?.[1].trim() ?? "";
  }

  all(name: string): string[] {
    return this.#pairs.flatMap(([one, value]) => (one === name ? [value] : []));
  }

  has(name: string): boolean {
    return this.#pairs.some(([one]) => one === name);
  }

  get pairs(): readonly (readonly [name: string, value: string])[] {
    return this.#pairs;
  }
}

export type FormInput = {
  locale: Locale;
  fields: FormFields;
  /** number of this very form: each drawing has its own, so that sending twice acts once */
  formId: string;
  /** address that the request came from */
  client: string;
  userAgent: string;
};

/** What was refused and why: the texts stand in messages/…/form.json. */
export const refusalCodes = [
  "required",
  "wrong",
  "too_long",
  "not_allowed",
  "not_there",
  "signed_out",
  "too_often",
  "conflict",
  "issues",
  "not_ready",
  "taken",
  "expired",
  "sign_in_failed",
  "password_wrong",
  "code_wrong",
  "password_short",
  "password_long",
  "password_common",
  "password_differs",
  "email_wrong",
  "name_wrong",
  "scope_wrong",
  "last_operator",
  "database_away",
  "refused_by_rule",
  "in_use",
  "machine_away",
  "machine_wrong",
  /** nothing was wrong: a button filled the form in, and nothing is saved yet */
  "filled",
  "known",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What was done: the texts stand in messages/…/form.json. */
export const saidCodes = [
  "saved",
  "unchanged",
  "created",
  "discarded",
  "deleted",
  "submitted",
  "returned",
  "published",
  "scheduled",
  "unscheduled",
  "withdrawn",
  "republished",
  "confirmed",
  "restored",
  "commented",
  "invited",
  "changed",
  "link_made",
  "link_withdrawn",
  "signed_out",
  "sessions_ended",
  "password_changed",
  "reset_sent",
  "second_factor_on",
  "second_factor_off",
  "compared",
  "imported",
  "imported_drafts",
  "import_undone",
  "machine_made",
  "machine_partly",
  "programme_sent",
  "template_saved",
  "stops_added",
] as const;
export type SaidCode = (typeof saidCodes)[number];

/** How an action ended. `to` is the page that says so: a path behind the locale, which may have a query and an anchor. */
export type Result =
  | { ok: true; to: string; said?: SaidCode; cookies?: string[] }
  | {
      ok: false;
      to: string;
      code: RefusalCode;
      fields?: Record<string, RefusalCode>;
      detail?: unknown;
      cookies?: string[];
    };

/** A form that was refused: what was typed and why it was refused. */
export type Tried = { fields: [name: string, value: string][]; result: Extract<Result, { ok: false }> };

/** An action of the staff area. Its name is the last segment of the address that its form is sent to. */
export type StaffAction =
  | { audience: "anyone"; run: (input: FormInput) => Promise<Result> }
  | {
      audience: "staff";
      /** names of fields that are never written down */
      secrets?: readonly string[];
      run: (actor: Actor, input: FormInput) => Promise<Result>;
    };
