/** Mails of a visit that have not left, who waits for them, and what was thanked for. Addresses are shown to nobody. */
export type NoticeState = {
  /** mails in line */
  waiting: number;
  /** of them those that were tried in vain */
  failed: number;
  watchers: number;
  thanked: number;
  lastThankedAt: string | null;
};
