/** So many attempts per key in a window of time. */
export type Limit = { name: string; most: number; windowMs: number };

const minute = 60_000;

/** What anybody may try how often: by the account that is named, and by the address that the attempts come from. */
export const limits = {
  signInAccount: { name: "sign-in-account", most: 10, windowMs: 15 * minute },
  signInClient: { name: "sign-in-client", most: 50, windowMs: 15 * minute },
  code: { name: "code", most: 10, windowMs: 15 * minute },
  codeClient: { name: "code-client", most: 50, windowMs: 15 * minute },
  /** a code works once; it is over by then */
  codeUse: { name: "code-use", most: 1, windowMs: 2 * minute },
  resetAccount: { name: "reset-account", most: 3, windowMs: 15 * minute },
  resetClient: { name: "reset-client", most: 20, windowMs: 15 * minute },
  token: { name: "token", most: 30, windowMs: 15 * minute },
  /** wrong tokens of visits by address: a whole delegation may come from one */
  shareToken: { name: "share-token", most: 60, windowMs: 15 * minute },
  shareCode: { name: "share-code", most: 20, windowMs: 15 * minute },
  shareCodeClient: { name: "share-code-client", most: 10, windowMs: 15 * minute },
  watch: { name: "watch", most: 5, windowMs: 60 * minute },
  watchClient: { name: "watch-client", most: 20, windowMs: 60 * minute },
  answerClient: { name: "answer-client", most: 40, windowMs: 60 * minute },
} as const satisfies Record<string, Limit>;

/** One account has one key, however its address is typed. */
export function normalEmail(typed: string): string {
  return typed.normalize("NFC").trim().toLowerCase();
}
