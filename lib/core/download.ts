/**
 * An answer that browsers save as a file.
 *
 * @param name with letters of any language; signs that no system takes are left out
 */
export function fileAnswer(
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
): Response {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 150);
  const latin = plain.replace(/[^\x20-\x7e]+/g, "_").replace(/[%;]/g, "_");
  const encoded = encodeURIComponent(plain).replace(
    /['()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${latin}"; filename*=UTF-8''${encoded}`,
    },
  });
}
