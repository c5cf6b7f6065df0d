/** The head of one part of a form, and its bytes as they come. */
export type Part = { name: string; fileName: string | null; body: AsyncIterable<Buffer> };

const longestHead = 8 * 1024;

/** The form is not what it says it is, or ended early. */
export class BrokenFormError extends Error {}

/**
 * The parts of a multipart form, one after the other, without holding any of them in memory. A part's bytes must be read, or
 * are skipped when the next part is asked for.
 *
 * @param contentType  header of the request
 * @throws BrokenFormError when it is no such form, or ends before its end
 * @source RFC 7578, RFC 2046 section 5.1
 */
export async function* readParts(source: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<Part> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  const word = boundary?.[1] ?? boundary?.[2];
  if (!word || !/^multipart\/form-data/i.test(contentType)) throw new BrokenFormError("no form of parts");
  const reader = new PartReader(source, word);
  await reader.skipBody();
  for (;;) {
    const head = await reader.readHead();
    if (head === null) return;
    yield { ...parseHead(head), body: reader.readBody() };
    await reader.skipBody();
  }
}

class PartReader {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  #rest: Buffer = Buffer.from("\r\n");
  #isInBody = true;

  constructor(source: AsyncIterable<Uint8Array>, word: string) {
    this.#source = source[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${word}`, "latin1");
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new BrokenFormError("the form ended early");
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
  }

  /** What stands before the first part, or was left of one by somebody who knew enough. */
  async skipBody(): Promise<void> {
    for await (const _ of this.readBody());
  }

  /** @returns null after the last part */
  async readHead(): Promise<string | null> {
    while (this.#rest.length < 2) await this.#more();
    if (this.#rest.toString("latin1", 0, 2) === "--") return null;
    for (;;) {
      const end = this.#rest.indexOf("\r\n\r\n");
      if (end >= 0) {
        const head = this.#rest.toString("utf8", 0, end);
        this.#rest = this.#rest.subarray(end + 4);
        this.#isInBody = true;
        return head;
      }
      if (this.#rest.length > longestHead) throw new BrokenFormError("a part's head is too long");
      await this.#more();
    }
  }

  /** Up to the next boundary, which it takes. */
  async *readBody(): AsyncGenerator<Buffer> {
    while (this.#isInBody) {
      const at = this.#rest.indexOf(this.#delimiter);
      const ready = at >= 0 ? at : Math.max(0, this.#rest.length - this.#delimiter.length);
      const piece = this.#rest.subarray(0, ready);
      if (at >= 0) {
        this.#rest = this.#rest.subarray(at + this.#delimiter.length);
        this.#isInBody = false;
      } else {
        this.#rest = this.#rest.subarray(ready);
      }
      if (piece.length > 0) yield piece;
      if (this.#isInBody) await this.#more();
    }
  }
}

function parseHead(head: string): Omit<Part, "body"> {
  const line = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? "";
  const plain = (value: string | undefined) => value?.replace(/%22/g, '"').replace(/%0[DA]/gi, " ");
  const [, name] = /(?:^|;)\s*name="([^"]*)"/i.exec(line) ?? [];
  const [, fileName] = /(?:^|;)\s*filename="([^"]*)"/i.exec(line) ?? [];
  return { name: plain(name) ?? "", fileName: plain(fileName) ?? null };
}
