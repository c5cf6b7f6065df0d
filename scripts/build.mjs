/** `npm run build`: the production build, as `npm start` makes it when sources changed. Needs no database. */
import { buildPortal, buildSeed } from "./setup/build.mjs";
import { generateClient } from "./setup/generate.mjs";
import { openLog } from "./setup/report.mjs";
import { runCommand } from "./setup/shutdown.mjs";

await runCommand(async () => {
  openLog("build");
  await generateClient();
  await buildSeed();
  await buildPortal();
  return 0;
});
