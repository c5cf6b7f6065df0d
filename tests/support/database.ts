import { copyTemplate, ensureTemplate } from "@/scripts/testing/templates.mjs";

const templates = new Map<string, Promise<string>>();

/**
 * A database of one's own on a real PostgreSQL, in some 30 ms.
 *
 * @param template `empty`: all tables, no rows; `facts`: as after the first `npm start`
 * @returns `url` for a client, and `drop`, to be awaited in `afterAll` when the clients are closed
 */
export async function testDatabase(
  template: "empty" | "facts" = "empty",
): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("No test server: only the integration tests have one (see vitest.config.ts)");
  const name = templates.get(template) ?? ensureTemplate(server, template);
  templates.set(template, name);
  return copyTemplate(server, await name);
}
