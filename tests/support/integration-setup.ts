import { startThrowAwayServer } from "@/scripts/testing/throw-away-server.mjs";

/** Once for all integration tests: a PostgreSQL to test on, that of TEST_DATABASE_URL or one for this run only. */
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const { url, stop } = await startThrowAwayServer();
  process.env.TEST_DATABASE_URL = url;
  return stop;
}
