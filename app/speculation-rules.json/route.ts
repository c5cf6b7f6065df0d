export const dynamic = "force-static";

/** Pages that a reader is about to open are fetched ahead, files are not; browsers without this simply do not. */
export function GET() {
  const rules = {
    prefetch: [{ where: { and: [{ href_matches: "/*" }, { not: { href_matches: "/*.*" } }] }, eagerness: "moderate" }],
  };
  return new Response(JSON.stringify(rules), { headers: { "content-type": "application/speculationrules+json" } });
}
