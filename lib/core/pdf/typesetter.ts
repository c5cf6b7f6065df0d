import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PdfAnswer, PdfOrder } from "@/lib/core/pdf/types";

// A process of its own: what it takes in memory goes with it, and what it breaks it breaks alone. Orders come and documents
// leave through the channel to the parent; when that closes, this ends.

const fonts = path.join(process.cwd(), "node_modules/@expo-google-fonts");
/** In four files: the others weigh a hundred megabytes. */
const fontPaths = ["noto-sans/400Regular", "noto-sans/700Bold", "noto-sans-sc/400Regular", "noto-sans-sc/700Bold"].map(
  (folder) => path.join(fonts, folder),
);

const compilers = new Map<string, NodeCompiler>();

/** Templates read nothing outside their own folder. */
function compilerOf(folder: string): NodeCompiler {
  const known = compilers.get(folder);
  if (known) return known;
  const made = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] });
  compilers.set(folder, made);
  return made;
}

function typeset({ template, data }: PdfOrder): Uint8Array {
  const compiler = compilerOf(path.dirname(template));
  const compiled = compiler.compile({ mainFilePath: template, inputs: { data } });
  const document = compiled.hasError() ? null : compiled.result;
  if (!document) {
    const errors = compiled.takeDiagnostics();
    throw new Error(errors ? JSON.stringify(compiler.fetchDiagnostics(errors)).slice(0, 2_000) : "not compiled");
  }
  const bytes = compiler.pdf(document);
  compiler.evictCache(10);
  return bytes;
}

process.on("disconnect", () => process.exit(0));
process.on("message", (order: PdfOrder) => {
  let answer: PdfAnswer;
  try {
    answer = { id: order.id, bytes: typeset(order) };
  } catch (error) {
    answer = { id: order.id, problem: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});
