import { createHash, createHmac, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";
import type { Role } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { nextFreePort } from "@/scripts/setup/ports.mjs";
import { startPortalForTests } from "@/scripts/testing/portal-for-tests.mjs";
import { startThrowAwayServer } from "@/scripts/testing/throw-away-server.mjs";

export const testSecret = "a secret of the tests and of nothing else";

const sessionCookie = "portal.session_token";

const sign = (text: string) => createHmac("sha256", testSecret).update(text).digest("base64");

/** An invitation as the operator's form makes it, for Yugra. @returns its token */
export async function invite(database: pg.Client, email: string, role: Role): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const { rows } = await database.query("SELECT id FROM record WHERE kind = 'region' AND slug = 'yugra'");
  await database.query(
    "INSERT INTO invitation (id, email, locale, token_hash, grants, expires_at) VALUES ($1, $2, 'ru', $3, $4, now() + interval '1 hour')",
    [
      newId(),
      email,
      createHash("sha256").update(token).digest(),
      JSON.stringify([{ role, regionId: rows[0].id, siteId: null }]),
    ],
  );
  return token;
}

/**
 * A portal of one's own, in which tests may write: what they publish is seen by no other test.
 *
 * @param lineTo  makes the line by which the portal reaches the database server; what a test asks goes past it
 * @param hasWorker  jobs run too: files are prepared
 */
export async function startStaffPortal(
  firstPort: number,
  { lineTo, hasWorker = false }: { lineTo?: (server: string) => Promise<string>; hasWorker?: boolean } = {},
) {
  let server = process.env.TEST_DATABASE_URL;
  let stopServer = () => {};
  if (!server) ({ url: server, stop: stopServer } = await startThrowAwayServer());
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "portal-staff-"));
  const reached = lineTo ? await lineTo(server) : server;
  const portal = await startPortalForTests({ server: reached, folder, port: await nextFreePort(firstPort), hasWorker });
  const direct = new URL(server);
  direct.pathname = new URL(portal.databaseUrl).pathname;
  const database = new pg.Client({ connectionString: direct.href });
  await database.connect();
  const one = async (query: string, values: unknown[] = []): Promise<string> => {
    const { rows } = await database.query<{ value: string }>(query, values);
    if (!rows[0]) throw new Error(`no row: ${query}`);
    return rows[0].value;
  };
  /** A new session, as the value of its cookie. */
  async function openSession(id: string): Promise<string> {
    const token = newId();
    await database.query(
      "INSERT INTO session (id, token, staff_id, expires_at, updated_at) VALUES ($1, $2, $3, now() + interval '7 days', now())",
      [newId(), token, id],
    );
    return encodeURIComponent(`${token}.${sign(token)}`);
  }
  async function signInAgain(context: BrowserContext, id: string): Promise<void> {
    await context.addCookies([{ name: sessionCookie, value: await openSession(id), url: portal.url }]);
  }
  return {
    url: portal.url,
    /** of the web server, for its memory */
    pid: portal.pid,
    /** the web server is gone without a word, and started again */
    crash: portal.crash,
    folder,
    database,
    databaseUrl: direct.href,
    /** An invitation as the operator's form makes it, for Yugra. @returns its token */
    invite: (email: string, role: Role) => invite(database, email, role),
    recordId: (kind: string, slug: string) =>
      one("SELECT id AS value FROM record WHERE kind = $1::kind AND slug = $2", [kind, slug]),
    /** Signs somebody with this role in; for a region its slug, for a park's operator that of his site, for the operator none. */
    async signIn(context: BrowserContext, role: Role, place: string | null): Promise<string> {
      const id = newId();
      const kind = role === "park_operator" ? "site" : "region";
      const placeId = place && (await this.recordId(kind, place));
      await database.query(
        "INSERT INTO staff (id, name, email, locale, two_factor_enabled, updated_at) VALUES ($1, $2, $3, 'ru', true, now())",
        [id, `${role} ${place ?? ""}`, `${id}@example.org`],
      );
      await database.query(`INSERT INTO role_grant (id, staff_id, role, ${kind}_id) VALUES ($1, $2, $3::role, $4)`, [
        newId(),
        id,
        role,
        placeId,
      ]);
      await signInAgain(context, id);
      return id;
    },
    /** A new session for somebody who signed in before. */
    signInAgain,
    /** A new session as a header for requests without a browser. */
    cookieFor: async (id: string) => `${sessionCookie}=${await openSession(id)}`,
    /** The cookie that says who signed in with this browser last. */
    async rememberLast(context: BrowserContext, id: string): Promise<void> {
      const value = encodeURIComponent(`${id}.${sign(`last:${id}`)}`);
      await context.addCookies([{ name: "portal.last", value, url: portal.url }]);
    },
    async stop() {
      await database.end();
      await portal.stop();
      stopServer();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type StaffPortal = Awaited<ReturnType<typeof startStaffPortal>>;
