import { renderPdf } from "@/lib/core/pdf/render";

const folder = "lib/programme/papers/templates";

/** Sets a paper with the template of that name. */
export function setPaper(
  template: "booklet" | "programme" | "plates" | "badges" | "brief" | "report",
  data: unknown,
): Promise<Uint8Array<ArrayBuffer>> {
  return renderPdf(`${folder}/${template}.typ`, data);
}
