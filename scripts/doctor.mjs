/** `npm run doctor`: looks at everything that a portal needs here, one line each, and says what to do about what is wrong. */
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { examine } = await import("./doctor/examine.mjs");
const { runCommand } = await import("./setup/shutdown.mjs");
await runCommand(examine);
