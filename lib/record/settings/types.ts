/** Who keeps a record true, who else could, and until when it is public. */
export type SettingsView = {
  owner: { id: string; name: string } | null;
  /** by name */
  candidates: { id: string; name: string }[];
  expiresAt: string | null;
};
