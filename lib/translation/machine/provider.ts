import "server-only";
import { z } from "zod";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { usableText } from "@/lib/translation/machine/rules";
import type { MachineAnswer, MachineRequest, MachineTranslator } from "@/lib/translation/machine/types";

/** How long a person waits for a machine; ms. Less than the gate waits for a page. */
const patienceMs = 8_000;
/** An answer longer than this is none; bytes. */
const longestAnswer = 1_000_000;

const answerSchema = z.object({ texts: z.array(z.string().max(40_000)) });

/** The translator that the settings name; null: none. */
export function machineTranslator(): MachineTranslator | null {
  const { TRANSLATE_URL: url, TRANSLATE_KEY: key } = env();
  return url ? overHttp(url, key) : null;
}

/**
 * Asks a service over HTTP. It gets a POST with JSON `{ from, to, texts, terms: [{ from, to }] }`, languages as ru, zh, en,
 * with `Authorization: Bearer KEY` where there is a key, and answers 200 with JSON `{ texts }`: as many, in the same order.
 *
 * @param url  https, or http on this machine
 */
export function overHttp(url: string, key?: string, waitMs = patienceMs): MachineTranslator {
  const name = new URL(url).host;
  return {
    name,
    async translate(request: MachineRequest): Promise<MachineAnswer> {
      const { from, to, texts, terms } = request;
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
          body: JSON.stringify({ from, to, texts, terms }),
          redirect: "error",
          signal: AbortSignal.timeout(waitMs),
        });
        if (response.status !== 200) {
          await response.body?.cancel();
          log.warn({ name, status: response.status }, "machine translation refused");
          return { status: "refused" };
        }
        return readAnswer(await readText(response), texts);
      } catch (error) {
        log.warn({ name, error: error instanceof Error ? error.message : String(error) }, "machine translation away");
        return { status: "away" };
      }
    },
  };
}

/** The body, as far as an answer may be long. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > longestAnswer) {
      await reader.cancel();
      return "";
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readAnswer(body: string, sources: readonly string[]): MachineAnswer {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { status: "wrong" };
  }
  const read = answerSchema.safeParse(json);
  if (!read.success || read.data.texts.length !== sources.length) return { status: "wrong" };
  return { status: "done", texts: read.data.texts.map((text, index) => usableText(sources[index] ?? "", text)) };
}
