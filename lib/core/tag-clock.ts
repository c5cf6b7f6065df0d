import pg from "pg";
import { expireEverything, expireTags } from "@/lib/core/cache-state";

/** The channel on which processes tell each other what changed; the payload is a JSON list of tags. */
export const tagChannel = "portal_tags";

const reconnectAfterMs = 250;

export type TagClock = {
  /** tells all processes, this one too, at once; never throws: without a database they drop everything on reconnect */
  announce: (tags: readonly string[]) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Listens for tags that other processes expired. While the line is down nobody knows what changed, so when it is up
 * again all that is kept goes.
 *
 * A mutation sends `NOTIFY portal_tags` in its own transaction: the change and the news of it arrive together or not at all.
 *
 * @param onTrouble  told once for each time the line breaks
 */
export function startTagClock(databaseUrl: string, onTrouble: (error: Error) => void): TagClock {
  let client: pg.Client | null = null;
  let isClosed = false;
  let hasListened = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: "portal tag clock",
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
    });
    let isBroken = false;
    const breakOff = (error: Error) => {
      if (isBroken || isClosed) return;
      isBroken = true;
      if (client === next) client = null;
      onTrouble(error);
      next.end().catch(() => {});
      retry = setTimeout(() => void connect(), reconnectAfterMs);
    };
    next.on("error", breakOff);
    next.on("end", () => breakOff(new Error("the database ended the connection")));
    next.on("notification", ({ payload }) => expireTags(parseTags(payload)));
    try {
      await next.connect();
      await next.query(`LISTEN ${tagChannel}`);
      client = next;
      if (hasListened) expireEverything();
      hasListened = true;
    } catch (error) {
      hasListened = true;
      breakOff(error instanceof Error ? error : new Error(String(error)));
    }
  }

  void connect();
  return {
    async announce(tags) {
      await client?.query("SELECT pg_notify($1, $2)", [tagChannel, JSON.stringify(tags)]).catch(() => {});
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

/** Anything but a list of texts is nothing. */
export function parseTags(payload: string | undefined): string[] {
  try {
    const parsed: unknown = JSON.parse(payload ?? "");
    return Array.isArray(parsed) ? parsed.filter((tag) => typeof tag === "string") : [];
  } catch {
    return [];
  }
}
