import { readFile } from "node:fs/promises";
import { readTable } from "@/lib/spreadsheet/read";
import { UnreadableFile } from "@/lib/spreadsheet/types";

/**
 * The process that reads one file: its path is the argument; out come lines of JSON, first what the file is, then its rows,
 * last {"end":true}, or {"problem":…}. It ends itself when it takes more memory than a table of the longest kind needs.
 */
const mostMemory = 450 * 1024 * 1024;

async function main(file: string): Promise<void> {
  const guard = setInterval(() => {
    if (process.memoryUsage.rss() > mostMemory) {
      process.stdout.write(`${JSON.stringify({ problem: "too_much_memory" })}\n`, () => process.exit(1));
    }
  }, 50);
  try {
    const { info, rows } = readTable(await readFile(file));
    await say({ info });
    let lines = "";
    for await (const row of rows) {
      lines += `${JSON.stringify(row)}\n`;
      if (lines.length > 65_536) {
        await write(lines);
        lines = "";
      }
    }
    await write(lines);
    await say({ end: true });
  } catch (error) {
    await say({ problem: error instanceof UnreadableFile ? error.problem : "damaged" });
  } finally {
    clearInterval(guard);
  }
}

function say(line: unknown): Promise<void> {
  return write(`${JSON.stringify(line)}\n`);
}

/** Waits until the other side has taken it. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === "" || process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

const [, , file = ""] = process.argv;
await main(file);
