import { drawMap, type Theme } from "@/lib/map/draw";
import { mapViews } from "@/lib/map/views";

const fileName = /^([a-z-]+)\.(light|dark)\.svg$/;

export const dynamic = "force-static";

export function generateStaticParams() {
  return Object.keys(mapViews).flatMap((name) => ["light", "dark"].map((theme) => ({ file: `${name}.${theme}.svg` })));
}

/** A base map as one picture that a browser keeps; pages put only their pins over it. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const [, name = "", theme] = fileName.exec((await params).file) ?? [];
  const view = mapViews[name];
  if (!view) return new Response(null, { status: 404 });
  return new Response(drawMap(view, theme as Theme), { headers: { "content-type": "image/svg+xml; charset=utf-8" } });
}
