import { database } from "@/lib/db/client";
import { testDatabase } from "@/tests/support/database";

/** The facts without staff, behind the client that the actions use. */
export async function staffDatabase() {
  const test = await testDatabase("facts");
  process.env.DATABASE_URL = test.url;
  const { client, pool, close } = database();
  const idOf = async (kind: "region" | "site", slug: string) => {
    const row = await client.record.findFirst({ where: { kind, slug }, select: { id: true } });
    if (!row) throw new Error(`no ${slug}`);
    return row.id;
  };
  const yugra = await idOf("region", "yugra");
  const nyagan = await idOf("site", "sez-nyagan");
  return {
    client,
    yugra,
    nyagan,
    editorGrants: [{ role: "editor" as const, regionId: yugra, siteId: null }],
    rows: async (sql: string): Promise<unknown[]> => (await pool.query(sql)).rows,
    /** Nobody works here yet. */
    clear: async () => {
      await client.rateLimit.deleteMany();
      await client.verification.deleteMany();
      await client.invitation.deleteMany();
      await client.staff.deleteMany();
    },
    drop: async () => {
      await close();
      await test.drop();
    },
  };
}

export type StaffDatabase = Awaited<ReturnType<typeof staffDatabase>>;
