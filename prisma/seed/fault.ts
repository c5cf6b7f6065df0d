/** One fault of the facts: where it stands and what is wrong, in words for the person who keeps the files. */
export type Fault = {
  /** file name, such as "tver.json" */
  file: string;
  /** such as `sites[emmauss-sez].coordinates.lat`; empty for the file as a whole */
  path: string;
  reason: string;
};

/** The facts cannot be loaded. Its message names every fault, one a line; nothing was written. */
export class FactsRefused extends Error {
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    const lines = faults.map(({ file, path, reason }) => `  ${path ? `${file}: ${path}` : file}: ${reason}`);
    super(`The facts have ${faults.length} ${faults.length === 1 ? "fault" : "faults"}:\n${lines.join("\n")}`);
    this.name = "FactsRefused";
    this.faults = faults;
  }
}
