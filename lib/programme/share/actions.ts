import "server-only";
import { isExhausted, takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { openShare, type Share, type ShareLocked } from "@/lib/programme/share/share-queries";

/**
 * What a secret link shows to whoever asks, for every page and file below `/[locale]/v/[token]`. Wrong tokens are counted by
 * address; from an address with too many of them no token opens anything, and the answer is that for a wrong one.
 *
 * @param headers of the request, as the gate passes them on
 * @returns       null: answer 404
 */
export async function enterShare(token: string, headers: Headers): Promise<Share | ShareLocked | null> {
  const client = headers.get(clientHeader) ?? "";
  const share = await openShare(token, headers.get("cookie"));
  // Asked for right and wrong tokens alike, so that time tells nothing.
  const isAllowed = share
    ? !(await isExhausted(limits.shareToken, client))
    : await takeAttempt(limits.shareToken, client);
  return isAllowed ? share : null;
}
