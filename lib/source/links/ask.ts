import "server-only";
import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { answerOf, isAskable, isInside, type LinkAnswer } from "@/lib/source/links/rules";

const timeoutMs = 15_000;
const mostRedirects = 5;

export type AskRules = {
  isAskable: (url: URL) => boolean;
  isInside: (address: string) => boolean;
};

/**
 * Asks an address that staff entered whether there is a page. The name is resolved here and each address looked at before
 * a connection is made, also after each redirect, so nobody makes the portal knock at doors of its own network. Nothing of
 * the answer but its status is read.
 */
export async function askLink(text: string, rules: AskRules = { isAskable, isInside }): Promise<LinkAnswer> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { kind: "unclear", reason: "address" };
  }
  try {
    for (let hop = 0; hop <= mostRedirects; hop++) {
      if (!rules.isAskable(url)) return { kind: "unclear", reason: "address" };
      const { status, location } = await askOnce(url, "HEAD", rules).then((first) =>
        // Many servers know no HEAD, or turn it away.
        [403, 405, 501].includes(first.status) || first.status === 404 ? askOnce(url, "GET", rules) : first,
      );
      if (status < 300 || status > 399 || !location) return answerOf(status);
      url = new URL(location, url);
    }
    return { kind: "unclear", reason: "redirects" };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "error";
    return { kind: code === "ENOTFOUND" ? "gone" : "unclear", reason: code };
  }
}

function askOnce(url: URL, method: "HEAD" | "GET", rules: AskRules): Promise<{ status: number; location?: string }> {
  return new Promise((done, fail) => {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) && rules.isInside(host)) return fail(Object.assign(new Error("inside"), { code: "inside" }));
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method,
      agent: false,
      lookup: outside(rules),
      timeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { "user-agent": "Mozilla/5.0 (compatible; portal-link-check)", accept: "text/html,*/*;q=0.5" },
    });
    request.on("response", (response) => {
      const { location } = response.headers;
      response.destroy();
      done({ status: response.statusCode ?? 0, ...(location ? { location } : {}) });
    });
    request.on("timeout", () => request.destroy(Object.assign(new Error("timeout"), { code: "timeout" })));
    request.on("error", fail);
    request.end();
  });
}

/** Resolves a name, and refuses one that leads inside. The connection goes to the very address that was looked at. */
function outside(rules: AskRules): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => rules.isInside(address))) {
        return done(Object.assign(new Error("inside"), { code: "inside" }), "", 0);
      }
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}
