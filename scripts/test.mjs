/**
 * `npm test`: everything from a fresh clone to one plain line, `N passed, N failed`. One part alone:
 *
 *     npm test -- unit            also: integration, e2e, check
 */
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { runCommand } = await import("./setup/shutdown.mjs");
const { runTests } = await import("./testing/run-tests.mjs");
await runCommand(() => runTests(process.argv.slice(2)));
