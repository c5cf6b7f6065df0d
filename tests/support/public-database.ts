import { database } from "@/lib/db/client";
import { testDatabase } from "@/tests/support/database";

/** The instant at which tests of public pages take place: freshness and what is overdue depend on it. */
const testDay = "2026-11-22T09:00:00Z";

/**
 * All the facts in a database of one's own, behind the client that the public queries use. A test file that asks them
 * plays the framework's cache by `vi.mock("next/cache", …)`: every question then goes to the database.
 */
export async function publicDatabase() {
  const test = await testDatabase("facts");
  process.env.DATABASE_URL = test.url;
  process.env.PORTAL_NOW = testDay;
  const { client, close } = database();
  return {
    client,
    drop: async () => {
      await close();
      await test.drop();
    },
  };
}
