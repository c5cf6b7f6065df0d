import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/**
 * A photo as a telephone makes it: turned, with the place where it was taken, the owner's name and a note in XMP.
 *
 * @param grain  how many different points stand side by side: more make a longer file
 */
export async function phonePhoto({ width = 4000, height = 3000, grain = 64 } = {}): Promise<Buffer> {
  // Few points, enlarged: large enough to decode, quick to make; the same each time.
  let state = 1;
  const small = Buffer.alloc(grain * grain * 3);
  for (let index = 0; index < small.length; index++) {
    state = (state * 48_271) % 0x7fffffff;
    small[index] = state & 0xff;
  }
  return sharp(small, { raw: { width: grain, height: grain, channels: 3 } })
    .resize(width, height, { kernel: "nearest", fit: "fill" })
    .withExif({
      IFD0: { Artist: "Secret Owner", Orientation: "6" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "62/1 8/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "65/1 23/1 0/1",
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>Secret Note</note></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 70 })
    .toBuffer();
}

export function plainPicture(format: "jpeg" | "png" | "webp" = "png", width = 600, height = 400, color = "#336699") {
  return sharp({ create: { width, height, channels: 3, background: color } })
    .toFormat(format)
    .toBuffer();
}

/** A PNG that says of itself what you like, with one packed line of nothing. */
export function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const end = Buffer.alloc(4);
    end.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, end]);
  };
  const measures = Buffer.alloc(13);
  measures.writeUInt32BE(width, 0);
  measures.writeUInt32BE(height, 4);
  measures.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", measures),
    chunk("IDAT", deflateSync(Buffer.alloc(10 * 1024 * 1024))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A small PDF with these objects beside its page. */
export function pdfOf(...objects: string[]): Buffer {
  const all = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ...objects,
  ];
  const body = all.map((one, index) => `${index + 1} 0 obj\n${one}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Root 1 0 R >>\n%%EOF\n`, "latin1");
}

/** A packed list of objects, where a search of the bytes finds nothing. */
export function packedList(content: string): string {
  const packed = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}
