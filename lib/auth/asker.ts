import { isAPIError } from "better-auth/api";
import { clientHeader } from "@/lib/core/gate/staff-request";

/** Who asks: what better-auth may see of the request. */
export type Asker = { cookie: string | null; client: string; userAgent: string };

/** @param cookie  of the asker's cookies those that it may see */
export function headersFor({ client, userAgent }: Asker, cookie: string | null): Headers {
  const headers = new Headers({ [clientHeader]: client, "user-agent": userAgent });
  if (cookie) headers.set("cookie", cookie);
  return headers;
}

/**
 * Asks better-auth something that it may refuse.
 *
 * @returns null when it says no
 * @throws  what else goes wrong
 */
export async function orRefused<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
