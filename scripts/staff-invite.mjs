/**
 * Invites somebody to the staff and prints the link, which works once and for 72 hours:
 *
 *     npm run staff:invite -- --email=a@b.c --role=editor --region=yugra --locale=ru
 */
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { Problem } = await import("./setup/problem.mjs");
const { openLog, say } = await import("./setup/report.mjs");
const { webPort } = await import("./setup/settings.mjs");
const { runCommand } = await import("./setup/shutdown.mjs");

const ROLES = "editor, translator, approver, organizer, coordinator, park_operator, operator";

/** @type {Record<string, string>} */
const REFUSALS = {
  email: "--email is missing or is no e-mail address.",
  role: `--role is missing or unknown. Known are ${ROLES}.`,
  locale: "--locale is unknown. Known are zh, ru, en.",
  region: "--region: there is no region of that name. Take it from the address of its page.",
  site: "--site: there is no site of that name. Take it from the address of its page.",
  scope: "The role does not hold there: park_operator needs --site, operator neither, all others --region.",
  taken: "Somebody with that e-mail address is on the staff already.",
};

await runCommand(async () => {
  openLog("staff-invite");
  const { setUp } = await import("./setup/portal.mjs");
  await setUp();
  const { openDatabase, prepareDatabase } = await import("./database/prepare.mjs");
  const { bundle } = await import("./setup/bundles.mjs");
  const { askStaff, invitationLink } = await import("./staff/command.mjs");
  const url = await openDatabase();
  await prepareDatabase(url);
  await bundle(["staff"]);
  const made = await askStaff(url, ["invite", ...process.argv.slice(2)]);
  if ("token" in made) {
    say("The invitation works once and for 72 hours:");
    console.log(`          ${invitationLink(made, webPort())}`);
    return 0;
  }
  const refused = "refused" in made ? made.refused : "email";
  throw new Problem(
    REFUSALS[refused] ?? "Nobody was invited.",
    "For example: npm run staff:invite -- --email=a@b.c --role=editor --region=yugra --locale=ru",
  );
});
