import fs from "node:fs";
import path from "node:path";
import { dataDir, shown } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";

/** Can pictures and documents be laid where they belong, and taken from there again? */
export async function checkFiles() {
  const { S3_URL } = process.env;
  return S3_URL ? checkStore(S3_URL) : checkFolders();
}

function checkFolders() {
  for (const name of ["files", "uploads"]) {
    const folder = path.join(dataDir, name);
    try {
      fs.mkdirSync(folder, { recursive: true });
      const trial = path.join(folder, `doctor-${process.pid}`);
      fs.writeFileSync(trial, "");
      fs.rmSync(trial);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      throw new Problem(
        `${shown(folder)} cannot be written (${code}).`,
        "Give its folder to the user that runs the portal, or name another by DATA_DIR.",
      );
    }
  }
  return `pictures and documents lie in ${shown(path.join(dataDir, "files"))}`;
}

/** @param {string} text  S3_URL */
async function checkStore(text) {
  const { AwsClient } = await import("aws4fetch");
  if (!URL.canParse(text)) throw new Problem("S3_URL is no address.", "Write it like https://KEY:SECRET@host/bucket.");
  const { protocol, host, pathname, username, password, searchParams } = new URL(text);
  const place = `${protocol}//${host}${pathname.replace(/\/$/, "")}`;
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: "s3",
    region: searchParams.get("region") ?? "us-east-1",
    retries: 0,
  });
  const file = `${place}/doctor-${process.pid}`;
  const ask = (/** @type {string} */ method) =>
    client
      .fetch(file, { method, signal: AbortSignal.timeout(10_000), ...(method === "PUT" ? { body: "x" } : {}) })
      .catch((error) => {
        throw new Problem(
          `The store at ${place} does not answer (${error.message}).`,
          "Look at S3_URL and the network.",
        );
      });
  for (const method of ["PUT", "GET", "DELETE"]) {
    const answer = await ask(method);
    if (answer.ok) continue;
    throw new Problem(
      `The store at ${place} answers ${answer.status} to ${method}.`,
      "The key of S3_URL must be allowed to write, read and delete in that bucket.",
    );
  }
  return `pictures and documents lie in ${place}`;
}
