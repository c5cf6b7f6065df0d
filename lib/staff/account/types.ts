/** A place where somebody is signed in. */
export type OwnSession = {
  id: string;
  isThis: boolean;
  userAgent: string;
  ipAddress: string | null;
  since: Date;
  lastUsed: Date;
};
