/** `npm run dev`: hot reload on the same database as `npm start`. The pages go out as Next makes them, without our gate. */
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { runCommand } = await import("./setup/shutdown.mjs");
const { startDevelopment } = await import("./setup/development.mjs");
await runCommand(startDevelopment);
