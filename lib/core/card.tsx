import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";

/** One card: what it is of, its title, and lines of plain facts. All texts in the language of the page. */
export type Card = { portal: string; over: string; title: string; lines: string[]; hue: string };

const size = { width: 1200, height: 630 };
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
export async function drawCard({ portal, over, title, lines, hue }: Card): Promise<Response> {
  const data = await readFont();
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "64px 72px",
        borderTop: `24px solid ${hue}`,
        background: "#0f1a2e",
        color: "#ffffff",
        fontFamily: "Noto Sans SC",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 32, color: "#bcc6d6" }}>{over}</div>
        <div style={{ marginTop: 20, fontSize: title.length > 40 ? 52 : 68, lineHeight: 1.25 }}>{title}</div>
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        {lines.map((line) => (
          <div key={line} style={{ marginTop: 8, fontSize: 36 }}>
            {line}
          </div>
        ))}
        <div style={{ marginTop: 32, fontSize: 26, color: "#bcc6d6" }}>{portal}</div>
      </div>
    </div>,
    { ...size, fonts: [{ name: "Noto Sans SC", data, weight: 600 }] },
  );
}
