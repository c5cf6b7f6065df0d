import "server-only";
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { fileProblems, type SheetRow, type TableInfo, UnreadableFile } from "@/lib/spreadsheet/types";

/** No table of the allowed length takes longer; ms. */
const longestReadMs = 8_000;
/** Heap of the reading process, MiB. */
const heapMiB = 192;

const lineSchema = z.union([
  z.object({ number: z.number(), cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
  z.object({
    info: z.object({
      format: z.enum(["xlsx", "csv"]),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
    }),
  }),
  z.object({ problem: z.enum(fileProblems) }),
  z.object({ end: z.literal(true) }),
]);

export type OpenTable = { info: TableInfo; rows: AsyncIterable<SheetRow> };

/**
 * Reads a file in a process of its own, with an end in time and memory. The process ends with the last row, or when the
 * caller stops asking.
 *
 * @param file path of a file on this machine
 * @throws UnreadableFile when the file is no table, or reading takes too much
 */
export async function openTable(file: string): Promise<OpenTable> {
  const lines = readLines(file);
  const first = await lines.next();
  if (first.done || !("info" in first.value)) throw new UnreadableFile("damaged");
  return { info: first.value.info, rows: rowsOf(lines) };
}

async function* rowsOf(lines: AsyncGenerator<Line>): AsyncGenerator<SheetRow> {
  for await (const line of lines) if ("cells" in line) yield line;
}

type Line = Exclude<z.infer<typeof lineSchema>, { problem: unknown }>;

async function* readLines(file: string): AsyncGenerator<Line> {
  const reader = path.join(/* turbopackIgnore: true */ process.cwd(), "dist/reader.mjs");
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMiB}`, reader, file], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { NODE_ENV: "production" },
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, longestReadMs);
  let isWhole = false;
  try {
    for await (const text of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = lineSchema.parse(JSON.parse(text));
      if ("problem" in line) throw new UnreadableFile(line.problem);
      if ("end" in line) isWhole = true;
      yield line;
    }
    if (!isWhole) throw new UnreadableFile(isLate ? "too_slow" : "too_much_memory");
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
}
