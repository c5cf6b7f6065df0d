/** How much goes at once; bytes. Small enough for a slow line within half a minute, large enough for a fast one. */
const pieceLength = 1024 * 1024;
/** How long a lost line is waited for before each new try; ms. */
const waits = [1_000, 2_000, 5_000, 10_000, 30_000];
/** Files that go at once. */
const lanes = 2;
const memory = "portal-uploads";

type Told = { id?: string; offset?: number; state: string; message: string; href?: string };

/**
 * Sends each chosen file in pieces, with its own progress, and goes on where it was when the line was lost or the page was
 * loaded anew and the same file chosen again. Over a plain form that sends the same files at once.
 */
export class FileUpload extends HTMLElement {
  readonly #queue: (() => Promise<void>)[] = [];
  #busy = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    const input = form?.querySelector<HTMLInputElement>("input[type=file]");
    if (!form || !input) return;
    this.#show(".up-resume, .up-drop", true);
    this.#show(".up-plain", false);
    this.#makeDropZone(input);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#take([...(input.files ?? [])], form);
      input.value = "";
    });
  }

  #makeDropZone(input: HTMLInputElement): void {
    const zone = input.closest<HTMLElement>(".up-zone") ?? this;
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => {
        event.preventDefault();
        zone.dataset.over = "";
      });
    }
    zone.addEventListener("dragleave", () => delete zone.dataset.over);
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      delete zone.dataset.over;
      if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files;
    });
  }

  #take(files: File[], form: HTMLFormElement): void {
    const list = this.querySelector(".up-list");
    const fields = new FormData(form);
    fields.delete("files");
    const chosen = files.map((file) => ({ file, row: new Row(file.name, this.dataset) }));
    for (const { file, row } of chosen) {
      list?.append(row.element);
      this.#queue.push(() => this.#send(file, fields, row));
    }
    while (this.#busy < lanes && this.#queue.length > 0) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy += 1;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) await next();
    this.#busy -= 1;
    if (this.#busy === 0) this.#show(".up-next", this.querySelector(".up-list a") !== null);
  }

  #show(notes: string, isShown: boolean): void {
    for (const note of this.querySelectorAll<HTMLElement>(notes)) note.hidden = !isShown;
  }

  async #send(file: File, fields: FormData, row: Row): Promise<void> {
    const key = [file.name, file.size, file.lastModified, fields.get("region") ?? "", fields.get("asset") ?? ""].join(
      "/",
    );
    for (let tries = 0; ; ) {
      try {
        const told = await this.#sendOnce(file, key, fields, row, () => {
          tries = 0;
        });
        if (told.state === "signed_out") await row.waitForPress(told.message);
        else {
          forget(key);
          return row.end(told);
        }
      } catch {
        row.wait();
        await pause(waits[Math.min(tries, waits.length - 1)] ?? 0);
        tries += 1;
      }
    }
  }

  /** From where it is to its end. @throws when the line is lost */
  async #sendOnce(file: File, key: string, fields: FormData, row: Row, onProgress: () => void): Promise<Told> {
    let told = (await this.#resume(key)) ?? (await this.#begin(file, key, fields));
    while (told.state === "receiving" && told.id !== undefined) {
      const offset = told.offset ?? 0;
      row.progress(offset / file.size);
      const answer = await fetch(`${this.dataset.uploads}/${told.id}`, {
        method: "PATCH",
        headers: { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) },
        body: file.slice(offset, offset + pieceLength),
        credentials: "same-origin",
      });
      // Gone meanwhile: it begins anew.
      if (answer.status === 404) {
        forget(key);
        throw new Error("gone");
      }
      told = await read(answer);
      onProgress();
    }
    return told;
  }

  async #begin(file: File, key: string, fields: FormData): Promise<Told> {
    const body = new URLSearchParams({ name: file.name, size: String(file.size) });
    for (const [name, value] of fields) if (typeof value === "string") body.append(name, value);
    const told = await read(
      await fetch(this.dataset.uploads ?? "", { method: "POST", body, credentials: "same-origin" }),
    );
    if (told.id !== undefined && told.state === "receiving") remember(key, told.id);
    return told;
  }

  async #resume(key: string): Promise<Told | null> {
    const id = remembered()[key];
    if (!id) return null;
    const answer = await fetch(`${this.dataset.uploads}/${id}`, { credentials: "same-origin" });
    if (answer.status === 404) {
      forget(key);
      return null;
    }
    return read(answer);
  }
}

/** One file in the list: its name, a bar, and a line that screen readers say by themselves. */
class Row {
  readonly element = document.createElement("li");
  readonly #name: string;
  readonly #words: DOMStringMap;
  readonly #bar = document.createElement("progress");
  readonly #line = document.createElement("span");
  #said = -1;

  constructor(name: string, words: DOMStringMap) {
    this.#name = name;
    this.#words = words;
    const title = document.createElement("b");
    title.textContent = name;
    this.#bar.max = 100;
    this.#bar.value = 0;
    this.#bar.setAttribute("aria-label", name);
    this.#line.setAttribute("aria-live", "polite");
    this.#line.textContent = words.queued ?? "";
    this.element.append(title, this.#bar, this.#line);
  }

  progress(share: number): void {
    const percent = Math.floor(share * 100);
    this.#bar.value = percent;
    // Spoken at each quarter: at each percent nobody would listen.
    const step = Math.floor(percent / 25);
    if (step === this.#said) return;
    this.#said = step;
    this.#line.textContent = (this.#words.progress ?? "")
      .replace("{name}", this.#name)
      .replace("{percent}", String(percent));
  }

  wait(): void {
    this.#said = -1;
    this.#line.textContent = this.#words.wait ?? "";
  }

  waitForPress(message: string): Promise<void> {
    this.#line.textContent = message;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-small";
    button.textContent = this.#words.again ?? "";
    this.element.append(button);
    return new Promise((resolve) => {
      button.addEventListener("click", () => {
        button.remove();
        resolve();
      });
    });
  }

  end({ state, message, href }: Told): void {
    this.#bar.remove();
    this.element.toggleAttribute("data-bad", state === "refused");
    this.#line.textContent = message || (this.#words.failed ?? "");
    if (!href) return;
    const link = document.createElement("a");
    link.href = href;
    link.textContent = this.#words.open ?? "";
    this.element.append(link);
  }
}

/** @throws for an answer that is none of ours: a proxy's, a failure's */
async function read(answer: Response): Promise<Told> {
  if (!answer.headers.get("content-type")?.startsWith("application/json")) {
    // A piece or a name that the gate refuses will be refused again.
    if (answer.status === 403 || answer.status === 413) return { state: "refused", message: "" };
    throw new Error(String(answer.status));
  }
  return answer.json();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
  });
}

function remembered(): Record<string, string> {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(memory) ?? "{}");
    return typeof known === "object" && known !== null ? Object.fromEntries(Object.entries(known)) : {};
  } catch {
    return {};
  }
}

function remember(key: string, id: string): void {
  save({ ...remembered(), [key]: id });
}

function forget(key: string): void {
  const { [key]: _, ...rest } = remembered();
  save(rest);
}

function save(all: Record<string, string>): void {
  try {
    localStorage.setItem(memory, JSON.stringify(all));
  } catch {
    // Without a memory a page that is loaded anew begins anew.
  }
}
