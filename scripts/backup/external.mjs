import { Problem } from "../setup/problem.mjs";

const COMMANDS = {
  backup: (/** @type {string} */ file) => `pg_dump --format=custom --no-owner --file=${file} "$DATABASE_URL"`,
  restore: (/** @type {string} */ file) =>
    `pg_restore --clean --if-exists --no-owner --single-transaction --dbname="$DATABASE_URL" ${file}`,
};

/**
 * A database of one's own is backed up with its own tools; we say with which command.
 *
 * @param {"backup" | "restore"} task
 * @param {string} [file]
 * @throws Problem when DATABASE_URL is set
 */
export function requireEmbedded(task, file) {
  if (!process.env.DATABASE_URL) return;
  const command = COMMANDS[task](quoted(file ?? "portal.dump"));
  throw new Problem(
    "DATABASE_URL names a database of your own, so its server's tools do this.",
    `Use the tools of the same version as that server: ${command}${files(task)}`,
  );
}

/** As one word of a shell. @param {string} text */
function quoted(text) {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Pictures and documents lie beside the database. @param {"backup" | "restore"} task */
function files(task) {
  const folder = `${process.env.DATA_DIR || ".data"}/files`;
  if (process.env.S3_URL) return " (pictures and documents are in the store that S3_URL names)";
  return task === "backup"
    ? ` and after it, for pictures and documents: tar -czf portal-files.tar.gz ${quoted(folder)}`
    : ` and for pictures and documents unpack ${quoted(folder)} again`;
}
