import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cardPictureSize, drawCard } from "@/lib/core/card";
import { cutAround } from "@/lib/media/preparation/draw";

/** A grey picture with a red square in a corner. */
async function withRedCorner(left: number, top: number): Promise<Buffer> {
  const red = await sharp({ create: { width: 120, height: 120, channels: 3, background: "#ff0000" } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 960, height: 640, channels: 3, background: "#808080" } })
    .composite([{ input: red, left, top }])
    .webp()
    .toBuffer();
}

async function redShare(jpeg: Buffer): Promise<number> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 80) red += 1;
  return red / (info.width * info.height);
}

const card = {
  portal: "投资门户",
  over: "汉特–曼西自治区 · 经济特区",
  title: "涅岗园区",
  lines: ["120 公顷"],
  hue: "#3b82f6",
};

describe("the picture of a card", () => {
  it.each([
    { name: "right", left: 840, top: 0, focal: { x: 94, y: 9 } },
    { name: "left", left: 0, top: 520, focal: { x: 6, y: 91 } },
  ])("keeps what must stay in sight: $name", async ({ left, top, focal }) => {
    const jpeg = await cutAround(await withRedCorner(left, top), { ...cardPictureSize, focal });
    expect(jpeg && (await sharp(jpeg).metadata())).toMatchObject({ format: "jpeg", ...cardPictureSize });
    expect(jpeg && (await redShare(jpeg))).toBeGreaterThan(0.04);
  });

  it("is none where the file cannot be decoded", async () => {
    expect(await cutAround(Buffer.from("not a picture"), { ...cardPictureSize, focal: { x: 50, y: 50 } })).toBeNull();
  });

  it("stands on the right of the card, which stays as large as it was", async () => {
    const jpeg = await cutAround(await withRedCorner(420, 260), { ...cardPictureSize, focal: { x: 50, y: 50 } });
    const drawn = await drawCard({ ...card, picture: jpeg && { jpeg, credit: "" } });
    const png = Buffer.from(await drawn.arrayBuffer());
    const half = (left: number) =>
      sharp(png)
        .extract({ left, top: 24, ...cardPictureSize })
        .png()
        .toBuffer();
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(await redShare(await half(780))).toBeGreaterThan(0.02);
    expect(await redShare(await half(0))).toBe(0);
  });
});
