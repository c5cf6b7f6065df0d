const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Makes any text safe between tags and in attributes; characters that XML forbids go. */
export function escapeXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, "").replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** An XML document as an answer. */
export function xmlAnswer(lines: string[], type = "application/xml"): Response {
  const text = ['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join("\n");
  return new Response(text, { headers: { "content-type": `${type}; charset=utf-8` } });
}
