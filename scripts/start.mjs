/**
 * `npm start`: everything from a fresh clone to a running portal. Until the packages are installed, nothing but Node's
 * own modules may be loaded.
 */
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { runCommand } = await import("./setup/shutdown.mjs");
const { startPortal } = await import("./setup/portal.mjs");
await runCommand(startPortal);
