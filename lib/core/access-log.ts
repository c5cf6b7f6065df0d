import type { ServerResponse } from "node:http";
import { log, loggedPath } from "@/lib/core/log";
import { countAnswer } from "@/lib/core/metrics";

/** What is known of one request; the gate fills in what it finds out. */
export type RequestNote = {
  /** stands in the answer as x-request-id, in the log and on the page of a failure */
  id: string;
  method: string;
  /** the address without its query, safe to be written down */
  path: string;
  startedAt: number;
  kind: "root" | "redirect" | "asset" | "file" | "page" | "filter" | "refused" | "health" | "staff" | "stored";
  isKept: boolean;
  /** length of the body that left; null: as the answer's own header says */
  bytes: number | null;
};

/** Only methods that HTTP knows are written as they came. */
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"]);

export function noteRequest(input: { id: string; method: string | undefined; url: string | undefined }): RequestNote {
  const { method = "", url = "" } = input;
  return {
    id: input.id,
    method: methods.has(method) ? method : "OTHER",
    path: url,
    startedAt: performance.now(),
    kind: "refused",
    isKept: false,
    bytes: null,
  };
}

/**
 * Counts an answer that was made and writes one line about it. What was sent from kept bytes is written at debug only.
 * Never a reader's address, browser or query; line breaks cannot leave their place in the JSON.
 */
export function noteAnswer(note: RequestNote, response: ServerResponse): void {
  countAnswer(note.kind, response.statusCode);
  const level = note.isKept || note.kind === "health" ? "debug" : "info";
  if (!log.isLevelEnabled(level)) return;
  const bytes = note.bytes ?? Number(response.getHeader("content-length") ?? 0);
  const ms = Math.round((performance.now() - note.startedAt) * 10) / 10;
  const { id, method, kind } = note;
  // The reader went away before the end. Undefined leaves no trace in the line.
  const cut = response.writableFinished ? undefined : true;
  log[level]({ id, method, kind, path: loggedPath(note.path), status: response.statusCode, ms, bytes, cut }, "answer");
}

/** The same for bytes that lay ready: no time worth measuring, and no waiting for the end. */
export function noteKept(
  note: Pick<RequestNote, "id" | "method" | "path" | "kind" | "bytes">,
  response: ServerResponse,
): void {
  countAnswer(note.kind, response.statusCode);
  if (!log.isLevelEnabled("debug")) return;
  log.debug({ ...note, path: loggedPath(note.path), status: response.statusCode }, "answer");
}
