import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import sharp from "sharp";

/** One card: what it is of, its title, and lines of plain facts. All texts in the language of the page. */
export type Card = {
  portal: string;
  over: string;
  title: string;
  lines: string[];
  hue: string;
  /** JPEG of `cardPictureSize`, and whom it is by */
  picture?: { jpeg: Buffer; credit: string } | null;
};

const size = { width: 1200, height: 630 };

/** The part of a card that a picture fills, pixels. */
export const cardPictureSize = { width: 420, height: 606 };
const fontFile = "node_modules/@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf";
let font: Promise<Buffer> | undefined;

/** Han, Cyrillic and Latin in one font; read at the first card. */
function readFont(): Promise<Buffer> {
  font ??= readFile(/* turbopackIgnore: true */ path.join(process.cwd(), fontFile));
  return font;
}

/**
 * Draws a picture for messengers and search engines, 1200 × 630 PNG. Holds only what the page shows to everybody.
 *
 * @throws Error when the font package is missing
 */
export async function drawCard({ hue, picture = null, ...words }: Card): Promise<Response> {
  const data = await readFont();
  const drawn = new ImageResponse(
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        borderTop: `24px solid ${hue}`,
        background: "#0f1a2e",
        color: "#ffffff",
        fontFamily: "Noto Sans SC",
      }}
    >
      <CardWords {...words} picture={picture} />
      {picture && <img alt="" src={`data:image/jpeg;base64,${picture.jpeg.toString("base64")}`} {...cardPictureSize} />}
    </div>,
    { ...size, fonts: [{ name: "Noto Sans SC", data, weight: 600 }] },
  );
  return picture ? withFewColours(drawn) : drawn;
}

/** A photograph as it is drawn weighs more than messengers take; in 256 colours it does not. */
async function withFewColours(drawn: Response): Promise<Response> {
  const png = await sharp(await drawn.arrayBuffer())
    .png({ palette: true, quality: 90, effort: 4 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}

/** Pixels in which a title of this length leaves room for the rest. */
function titleSize({ length }: string, short: number): number {
  if (length <= short) return 68;
  return length <= short * 3 ? 52 : 40;
}

function CardWords({ portal, over, title, lines, picture }: Omit<Card, "hue">) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: picture ? size.width - cardPictureSize.width : size.width,
        height: "100%",
        padding: picture ? "56px 48px 56px 64px" : "64px 72px",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 32, color: "#bcc6d6" }}>{over}</div>
        <div style={{ marginTop: 20, fontSize: titleSize(title, picture ? 20 : 40), lineHeight: 1.25, lineClamp: 5 }}>
          {title}
        </div>
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        {lines.map((line) => (
          <div key={line} style={{ marginTop: 8, fontSize: picture ? 30 : 36 }}>
            {line}
          </div>
        ))}
        <div style={{ marginTop: picture ? 24 : 32, fontSize: picture ? 24 : 26, color: "#bcc6d6" }}>{portal}</div>
        {picture?.credit && <div style={{ marginTop: 8, fontSize: 20, color: "#bcc6d6" }}>{picture.credit}</div>}
      </div>
    </div>
  );
}
