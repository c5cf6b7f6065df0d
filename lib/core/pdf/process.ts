import { type ChildProcess, spawn } from "node:child_process";
import { type PdfAnswer, PdfBusyError } from "@/lib/core/pdf/types";

export type TypesetterRules = {
  /** the bundled script of the process */
  script: string;
  /** a new process after so many documents: memory creeps */
  documentsPerProcess?: number;
  /** no document takes longer; ms */
  longestMs?: number;
  /** more than so many at once are refused */
  mostWaiting?: number;
  /** with nothing to do for so long the process ends, and its hundred megabytes with it; ms */
  longestIdleMs?: number;
};

type Job = {
  template: string;
  data: string;
  resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  reject: (error: Error) => void;
};

/**
 * Sets one document after another in one process. It is started with the first, replaced after some hundreds, and started
 * again when it dies or takes too long; who was waiting behind does not notice.
 */
export class Typesetter {
  readonly #rules: Required<TypesetterRules>;
  readonly #waiting: Job[] = [];
  #child: ChildProcess | null = null;
  #made = 0;
  #lastId = 0;
  #isBusy = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(rules: TypesetterRules) {
    this.#rules = { documentsPerProcess: 300, longestMs: 8_000, mostWaiting: 24, longestIdleMs: 180_000, ...rules };
  }

  /** Number of the running process; null while there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /**
   * @param template whole path of a Typst file
   * @param data     JSON
   * @throws PdfBusyError, or Error with the template's own complaint
   */
  set(template: string, data: string): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#waiting.length >= this.#rules.mostWaiting) return Promise.reject(new PdfBusyError());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ template, data, resolve, reject });
      void this.#work();
    });
  }

  /** Ends the process; the next document starts another. */
  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill("SIGKILL");
    this.#child = null;
    this.#made = 0;
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    clearTimeout(this.#idle);
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      try {
        job.resolve(await this.#ask(job));
      } catch (error) {
        job.reject(error instanceof Error ? error : new Error(String(error)));
      }
      if (this.#made >= this.#rules.documentsPerProcess) this.close();
    }
    this.#isBusy = false;
    // An idle process must not keep a script or a test alive.
    this.#child?.unref();
    this.#child?.channel?.unref();
    this.#idle = setTimeout(() => this.close(), this.#rules.longestIdleMs);
    this.#idle.unref();
  }

  #start(): ChildProcess {
    const child = spawn(process.execPath, [this.#rules.script], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      env: { NODE_ENV: "production" },
    });
    // Its end is known by "exit"; a failed start comes as both.
    child.on("error", () => {});
    child.on("exit", () => {
      if (this.#child === child) this.close();
    });
    this.#child = child;
    this.#made = 0;
    return child;
  }

  #ask({ template, data }: Job): Promise<Uint8Array<ArrayBuffer>> {
    const child = this.#child ?? this.#start();
    child.ref();
    child.channel?.ref();
    this.#made += 1;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onEnd);
        child.off("error", onEnd);
      };
      const onMessage = (answer: PdfAnswer) => {
        if (answer.id !== id) return;
        finish();
        if ("bytes" in answer) resolve(new Uint8Array(answer.bytes));
        else reject(new Error(`the document was not set: ${answer.problem}`));
      };
      const onEnd = () => {
        finish();
        reject(new Error("the process that sets documents ended"));
      };
      const timer = setTimeout(() => {
        finish();
        this.close();
        reject(new Error("the document took too long"));
      }, this.#rules.longestMs);
      child.on("message", onMessage);
      child.on("exit", onEnd);
      child.on("error", onEnd);
      child.send({ id, template, data }, (error) => {
        if (error) onEnd();
      });
    });
  }
}
