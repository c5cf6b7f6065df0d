import type { Locale } from "@/lib/i18n/locales";

/** A term of the glossary that a text uses, and how it is rendered. */
export type TermPair = { from: string; to: string };

export type MachineRequest = { texts: readonly string[]; from: Locale; to: Locale; terms: readonly TermPair[] };

/**
 * `texts` stand in the order of the request; null: that answer could not be used, because a number of the source is missing
 * in it, or because it is empty or far too long. "away": no answer in time; "refused": an answer other than 200;
 * "wrong": an answer that is no such answer.
 */
export type MachineAnswer = { status: "done"; texts: (string | null)[] } | { status: "away" | "refused" | "wrong" };

/** Whoever translates without being a person. */
export type MachineTranslator = { name: string; translate: (request: MachineRequest) => Promise<MachineAnswer> };
