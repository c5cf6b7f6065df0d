import { describe, expect, it } from "vitest";
import { cleanFileName, longestDocument, longestImage, refuseByName } from "@/lib/core/files/kind";
import { BrokenFormError, readParts } from "@/lib/core/files/multipart";
import { Queue } from "@/lib/core/files/queue";
import { newStorageKey } from "@/lib/core/ids";
import { focalClass, nearestWidth, widthsFor } from "@/lib/media/rules";
import { disposition } from "@/lib/media/send";

describe("sizes of a picture", () => {
  it("is never larger than the picture itself", () => {
    expect(widthsFor(4000)).toEqual([480, 960, 1440, 1920]);
    expect(widthsFor(1920)).toEqual([480, 960, 1440, 1920]);
    expect(widthsFor(1000)).toEqual([480, 960]);
    expect(widthsFor(1200)).toEqual([480, 960, 1200]);
    expect(widthsFor(300)).toEqual([300]);
  });

  it("finds the size that fits a wish", () => {
    expect(nearestWidth([1440, 480, 960], 500)).toBe(960);
    expect(nearestWidth([480, 960], 2000)).toBe(960);
    expect(nearestWidth([], 480)).toBeNull();
  });

  it("rounds the focal point to the nearest tenth, within the picture", () => {
    expect(focalClass({ x: 0, y: 100 })).toBe("fx-0 fy-10");
    expect(focalClass({ x: 34, y: 35 })).toBe("fx-3 fy-4");
    expect(focalClass({ x: -5, y: 130 })).toBe("fx-0 fy-10");
  });
});

describe("names of files", () => {
  it("keeps what people call it and nothing that leads anywhere", () => {
    expect(cleanFileName("../../etc/passwd.jpg")).toBe("passwd.jpg");
    expect(cleanFileName("C:\\фото\\Площадка 1.JPG")).toBe("Площадка 1.JPG");
    expect(cleanFileName("a\u202egpj.exe\0.png")).toBe("agpj.exe.png");
    expect(cleanFileName("园区\r\nSet-Cookie: x.pdf")).toBe("园区Set-Cookie x.pdf");
    expect(cleanFileName(`${"я".repeat(300)}.jpeg`)).toBe(`${"я".repeat(195)}.jpeg`);
  });

  it("makes addresses of its own", () => {
    const keys = Array.from({ length: 100 }, newStorageKey);
    expect(new Set(keys).size).toBe(100);
    expect(keys.every((key) => /^[a-z0-9]{26}$/.test(key))).toBe(true);
  });

  it("names a download in every language without leaving its header", () => {
    expect(disposition('Схема "А".pdf')).toBe(
      "attachment; filename=\"_____ ___.pdf\"; filename*=UTF-8''%D0%A1%D1%85%D0%B5%D0%BC%D0%B0%20%22%D0%90%22.pdf",
    );
    expect(disposition("a\r\nb'(1).pdf")).not.toMatch(/[\r\n]/);
  });

  it.each<[name: string, size: number, reason: string | null]>([
    ["a.jpg", 0, "empty"],
    ["a.jpg", 1, null],
    ["a.jpg", longestImage, null],
    ["a.jpg", longestImage + 1, "too_big_image"],
    ["a.pdf", longestDocument, null],
    ["a.pdf", longestDocument + 1, "too_big"],
    ["a.jpg", 600 * 1024 * 1024, "too_big"],
    ["a.HEIC", 5, "type_heic"],
    ["a.svgz", 5, "type_svg"],
    ["a.pdf.exe", 5, "type_unknown"],
    ["CON", 5, "type_unknown"],
  ])("says of %s with %i bytes before it came: %s", (name, size, reason) => {
    expect(refuseByName(name, size)).toBe(reason);
  });
});

describe("a form with files", () => {
  const form = [
    "--xyz\r\n",
    'Content-Disposition: form-data; name="region"\r\n\r\nyugra\r\n',
    '--xyz\r\nContent-Disposition: form-data; name="files"; filename="a%22b.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
    "one\r\n--xy\r\n--xyzz?",
    '\r\n--xyz\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--xyz--\r\n',
  ].join("");
  async function read(pieces: Buffer[]) {
    async function* source() {
      yield* pieces;
    }
    const parts = [];
    for await (const { name, fileName, body } of readParts(source(), "multipart/form-data; boundary=xyz")) {
      const chunks = [];
      for await (const chunk of body) chunks.push(chunk);
      parts.push([name, fileName, Buffer.concat(chunks).toString()]);
    }
    return parts;
  }

  it("is the same however it is cut on the way", async () => {
    const whole = [["region", null, "yugra"]];
    const bytes = Buffer.from(form.replace("--xyzz?", "--xy?"));
    for (let length = 1; length < bytes.length; length += 7) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
        bytes.subarray(index * length, (index + 1) * length),
      );
      expect(await read(pieces)).toEqual([...whole, ["files", 'a"b.jpg', "one\r\n--xy\r\n--xy?"], ["files", "", ""]]);
    }
  });

  it("says when it ended early", async () => {
    await expect(read([Buffer.from(form.slice(0, 150))])).rejects.toThrow(BrokenFormError);
  });
});

describe("a queue", () => {
  it("lets no more work at once than it has seats, and all in the end", async () => {
    const queue = new Queue(2);
    let busy = 0;
    let most = 0;
    const work = Array.from({ length: 20 }, (_, index) =>
      queue.run(async () => {
        busy += 1;
        most = Math.max(most, busy);
        await new Promise((resolve) => setImmediate(resolve));
        busy -= 1;
        if (index === 3) throw new Error("one that fails gives its seat back");
        return index;
      }),
    );
    const ends = await Promise.allSettled(work);
    expect(most).toBe(2);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(19);
  });
});
