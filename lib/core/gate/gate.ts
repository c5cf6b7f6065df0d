import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import type { Readable } from "node:stream";
import { noteKept, noteRequest, type RequestNote } from "@/lib/core/access-log";
import { withOwnAnswer } from "@/lib/core/answer-state";
import { cacheState, hasExpired, type KeptAnswer } from "@/lib/core/cache-state";
import { cacheTags } from "@/lib/core/cache-tags";
import { type Address, asksFramework, preferredLocale, readAddress } from "@/lib/core/gate/address";
import { finishAnswer, sendAnswer } from "@/lib/core/gate/answer";
import { type Captured, capture, type Handler } from "@/lib/core/gate/capture";
import { type ErrorCode, ErrorPages } from "@/lib/core/gate/error-pages";
import {
  filePolicy,
  guestWorker,
  lengthHeader,
  pageCaching,
  privatePage,
  securityHeaders,
} from "@/lib/core/gate/headers";
import { Makings, type Reader } from "@/lib/core/gate/makings";
import { publicPolicy, toPublicHtml } from "@/lib/core/gate/public-html";
import { NoSeatError, type SeatRules, Seats } from "@/lib/core/gate/seats";
import { Sheet } from "@/lib/core/gate/sheet";
import { headersForPages, readStaffRequest } from "@/lib/core/gate/staff-request";
import { readUnsent } from "@/lib/core/gate/unsent";
import { countPage } from "@/lib/core/metrics";
import { asPreview } from "@/lib/core/preview-state";
import type { Locale } from "@/lib/i18n/locales";

/** How long finished bytes serve without asking the framework, which knows whether a page is due; ms. */
const keptForMs = 60_000;

/** Files take as long as the line needs; ms. */
const longestUploadMs = 15 * 60_000;

/** No reader waits longer for a page: a database that hangs looks like one that is away; ms. */
const longestMakingMs = 10_000;

/**
 * How many pages are drawn at once. A drawing takes some megabytes of memory and mostly computes, so more at once end no
 * sooner. Beyond the queue readers are told to come again.
 */
const seatRules: SeatRules = {
  seats: 3,
  mostWaiting: 200,
  longestWaitMs: 8_000,
  longestHoldMs: 30_000,
};

export type GateOptions = {
  /** the framework's request handler */
  handle: Handler;
  /** root of the project: the built sheets lie below it */
  root: string;
  /** host that the framework sees */
  host: string;
  isDatabaseUp: () => Promise<boolean>;
  /** for tests */
  seats?: Seats;
};

type Wish = { url: string; locale: Locale; id: string; reader: Reader };

/**
 * Stands before the framework. Every public answer leaves through here: sorted by address, plain HTML without
 * framework scripts, known headers, compressed once, kept until what it depends on changes.
 */
export class Gate {
  readonly #options: GateOptions;
  readonly #sheets = new Map<string, Sheet | null>();
  readonly #seats: Seats;
  readonly #makings: Makings<KeptAnswer>;
  readonly #errors: ErrorPages;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#seats = options.seats ?? new Seats(seatRules);
    this.#makings = new Makings(this.#seats);
    this.#errors = new ErrorPages(
      (url) => this.#ask(url),
      (captured) => this.#toPlain(captured),
    );
  }

  /** Draws the error pages, so that they are there when nothing else works. */
  async prepare(): Promise<void> {
    await this.#errors.prepare();
  }

  /**
   * Answers at once with kept bytes, where there are some for exactly this address: the way that nearly all readers
   * take. No promise stands on it, because those cost more than all the rest.
   *
   * @returns false when `answer` has to do it
   */
  answerKept(request: IncomingMessage, response: ServerResponse, id: string): boolean {
    const { method, url = "" } = request;
    if (method !== "GET" && method !== "HEAD") return false;
    const kept = this.#kept(url);
    if (!kept || asksFramework(request.headers)) return false;
    const bytes = sendAnswer(request, response, kept, id);
    const isHtml = kept.headers["content-type"]?.startsWith("text/html");
    countPage("hit");
    noteKept({ id, method, path: url, bytes, kind: url.includes("?") ? "filter" : isHtml ? "page" : "file" }, response);
    return true;
  }

  /**
   * Answers any request that is not for health.
   *
   * @param note  gets what the log and the figures want to know
   */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    note: RequestNote = noteRequest({ id: randomUUID(), method: request.method, url: request.url }),
  ): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const address = readAddress({ method, url, headers });
    note.kind = kindOf(address);
    switch (address.kind) {
      case "root": {
        const to = `/${preferredLocale(headers["accept-language"])}`;
        response.writeHead(307, {
          ...securityHeaders,
          location: to,
          vary: "accept-language",
          "cache-control": "no-store",
        });
        response.end();
        return;
      }
      case "redirect":
        response
          .writeHead(308, { ...securityHeaders, location: address.to, "cache-control": "public, max-age=3600" })
          .end();
        return;
      case "asset":
        for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
        response.setHeader("content-security-policy", filePolicy);
        await this.#options.handle(request, response);
        return;
      case "stored":
        for (const [name, value] of Object.entries({ ...securityHeaders, ...(address.isStaff ? privatePage : {}) })) {
          response.setHeader(name, value);
        }
        response.setHeader("content-security-policy", filePolicy);
        request.url = address.url;
        request.headers = { host: this.#options.host, ...headersForPages(request) };
        withLength(response);
        await this.#options.handle(request, response);
        return;
      case "staff":
        return this.#answerStaff(request, response, address, note);
      case "refused": {
        const answer = await this.#errors.answer(address.status, address.locale);
        note.bytes = sendAnswer(request, response, answer);
        return;
      }
      default: {
        const locale = address.kind === "page" ? address.locale : preferredLocale(headers["accept-language"]);
        const kept = this.#kept(address.url);
        note.isKept = kept !== null;
        countPage(kept ? "hit" : "miss");
        const answer = kept ?? (await this.#made({ url: address.url, locale, id: note.id, reader: response }));
        note.bytes = sendAnswer(request, response, answer);
      }
    }
  }

  /** A plain page for what went wrong outside of the framework. */
  async answerFailure(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const locale = preferredLocale(request.headers["accept-language"]);
    sendAnswer(request, response, await this.#errors.answer(500, locale, id));
  }

  /** Staff see what is so now: nothing is kept, and forms are taken from our own pages only. */
  async #answerStaff(
    request: IncomingMessage,
    response: ServerResponse,
    { url, locale }: Extract<Address, { kind: "staff" }>,
    note: RequestNote,
  ): Promise<void> {
    const refuse = async (code: ErrorCode) => {
      note.bytes = sendAnswer(request, response, await this.#errors.answer(code, locale, note.id));
    };
    const read = await readStaffRequest(request);
    if ("refused" in read) return refuse(read.refused);
    const { source } = read.sent;
    const ask = () => capture(this.#options.handle, url, this.#options.host, read.sent);
    const longestMs = source ? longestUploadMs : longestMakingMs;
    const counted = source && countBytes(source.stream);
    const answered = await within(
      longestMs,
      withOwnAnswer(read.sent.method, () => (isPreview(url) ? asPreview(ask) : ask())),
    );
    const captured = answered?.made;
    // What nobody read is let pass, so that the answer arrives.
    source?.stream.resume();
    if (source && counted && counted.bytes > source.limit) return refuse(413);
    if (captured?.status === 507 && !isJson(captured)) return refuse(507);
    if (!captured || (captured.status >= 500 && captured.status !== 507)) {
      if (captured && (await this.#options.isDatabaseUp())) return refuse(500);
      const { method, headers, body } = read.sent;
      const unsent = method === "POST" && !source ? readUnsent(url, headers["content-type"] ?? "", body) : null;
      if (!unsent) return refuse(503);
      note.bytes = sendAnswer(request, response, await this.#errors.answerUnsent(locale, unsent));
      return;
    }
    if (captured.status === 404 && !isJson(captured)) return refuse(404);
    const { headers, body } = this.#toPlain(captured);
    const { location } = captured.headers;
    const own = answered?.own;
    const cookies = [...captured.cookies, ...(own?.cookies ?? [])];
    const answer = await finishAnswer({
      status: captured.status === 200 ? (own?.status ?? 200) : captured.status,
      headers: {
        ...headers,
        ...privatePage,
        ...(location ? { location } : {}),
      },
      body: location ? Buffer.alloc(0) : body,
      isKept: false,
    });
    if (cookies.length > 0) response.setHeader("set-cookie", cookies);
    note.bytes = sendAnswer(request, response, answer);
  }

  #kept(url: string): KeptAnswer | null {
    const kept = cacheState().kept.get(url);
    return kept && Date.now() - kept.keptAt < keptForMs ? kept : null;
  }

  /** What was kept a while ago is better than waiting, and than a word that it cannot be made: no tag of it expired. */
  async #made({ url, locale, id, reader }: Wish): Promise<KeptAnswer> {
    const old = () => cacheState().kept.get(url);
    const ready = this.#seats.isFull ? old() : undefined;
    if (ready) return ready;
    const making = this.#makings.get(url, reader, () => this.#make(url, locale, id));
    const made = await within(longestMakingMs, making).catch((error: unknown) => {
      if (error instanceof NoSeatError) return null;
      throw error;
    });
    if (made && made.status < 500) return made;
    return old() ?? made ?? this.#errors.answer(503, locale, id);
  }

  async #make(url: string, locale: Locale, id: string): Promise<KeptAnswer> {
    const { trace, kept } = cacheState();
    const page = { id, startedAt: Date.now(), tags: tagsByAddress(url) };
    const captured = await trace.run(page, () => this.#ask(url));
    if (captured.status >= 500) {
      const isUp = await this.#options.isDatabaseUp();
      return this.#errors.answer(isUp ? 500 : 503, locale, page.id);
    }
    if (captured.status >= 400) return this.#errors.answer(404, locale);
    const location = captured.headers.location;
    if (location)
      return finishAnswer({ status: captured.status, headers: { location }, body: Buffer.alloc(0), isKept: false });
    const tags = page.tags;
    const isKept = captured.status === 200 && tags !== null && !hasExpired(tags, page.startedAt);
    const source = createHash("sha256").update(captured.body).digest("base64");
    const old = kept.get(url);
    const answer =
      isKept && old?.source === source
        ? { ...old, tags, keptAt: Date.now() }
        : { ...(await this.#finish(url, captured, tags ?? [], isKept)), source };
    if (isKept && !hasExpired(answer.tags, page.startedAt)) kept.set(url, answer);
    return answer;
  }

  #finish(url: string, captured: Captured, tags: string[], isKept: boolean): Promise<KeptAnswer> {
    const { body, headers } = this.#toPlain(captured);
    const own = url === guestWorker.path ? guestWorker.headers : {};
    return finishAnswer({
      status: captured.status,
      headers: { ...headers, ...pageCaching, ...own },
      body,
      tags,
      isKept,
    });
  }

  #ask(url: string): Promise<Captured> {
    return capture(this.#options.handle, url, this.#options.host);
  }

  #toPlain({ headers, body }: Captured): { headers: Record<string, string>; body: Buffer } {
    const type = headers["content-type"] ?? "application/octet-stream";
    if (!type.startsWith("text/html")) {
      const disposition = headers["content-disposition"];
      return {
        headers: {
          "content-type": type,
          "content-security-policy": filePolicy,
          ...(disposition ? { "content-disposition": disposition } : {}),
        },
        body,
      };
    }
    const { html, styleHash } = toPublicHtml(body.toString("utf8"), (href) => this.#sheet(href));
    return {
      headers: {
        "content-type": type,
        "content-security-policy": publicPolicy(styleHash),
        "speculation-rules": '"/speculation-rules.json"',
      },
      body: Buffer.from(html),
    };
  }

  /** Sheets of the build by their address; read once. */
  #sheet(href: string): Sheet | null {
    const known = this.#sheets.get(href);
    if (known !== undefined) return known;
    const name = href.split("?")[0] ?? "";
    const isBuilt = /^\/_next\/static\/[\w./-]+\.css$/.test(name) && !name.includes("..");
    const file = path.join(this.#options.root, ".next", name.replace("/_next/", ""));
    const sheet = isBuilt ? new Sheet(readFileSync(file, "utf8")) : null;
    this.#sheets.set(href, sheet);
    return sheet;
  }
}

/** The word for the log and the figures: a list with filters costs more than a page, so it stands apart. */
function kindOf(address: Address): RequestNote["kind"] {
  return address.kind === "page" && address.url.includes("?") ? "filter" : address.kind;
}

/** @returns null when it takes longer; what comes later is dropped */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  work.catch(() => {}); // a failure after its time is nobody's
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function countBytes(stream: Readable): { bytes: number } {
  const counted = { bytes: 0 };
  stream.on("data", (chunk: Buffer) => {
    counted.bytes += chunk.length;
  });
  // Counting begins nothing: who reads does.
  stream.pause();
  return counted;
}

/**
 * The framework lets no route say how long its answer is, and adds headers about its own scripts. Readers want to know the
 * one and not the others.
 */
function withLength(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (...args: unknown[]) => {
    const length = response.getHeader(lengthHeader);
    response.removeHeader("vary");
    response.removeHeader(lengthHeader);
    if (length !== undefined) response.setHeader("content-length", length);
    return Reflect.apply(writeHead, response, args);
  };
}

/** An answer to a script of ours, which says itself what was wrong. */
function isJson({ headers }: Captured): boolean {
  return headers["content-type"]?.startsWith("application/json") === true;
}

function isPreview(url: string): boolean {
  return /^\/[a-z]{2}\/preview\//.test(url);
}

/** Every write expires the tag of a list. */
const allLists = Object.values(cacheTags).filter((tag) => typeof tag === "string");

/** What answers depend on that the framework does not cache itself; null: ask the framework. */
function tagsByAddress(url: string): string[] | null {
  if (url.includes("?")) return allLists;
  if (/^\/sitemap(?:\.xml$|s\/)|\/(?:feed\.xml|card\.png|visit\.ics|(?:booklet|programme)\.pdf)$/.test(url))
    return allLists;
  return /^\/(?:maps|motifs|islands)\/|\.(?:svg|txt|json|webmanifest)$/.test(url) ? [] : null;
}
