import fs from "node:fs";
import path from "node:path";
import { isBuilt } from "../setup/build.mjs";
import { arePackagesInstalled } from "../setup/install.mjs";
import { root } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";

export function checkPackages() {
  if (arePackagesInstalled()) return "installed as package-lock.json says";
  const isThere = fs.existsSync(path.join(root, "node_modules"));
  throw new Problem(
    isThere ? "The packages are those of another version." : "No packages are installed.",
    "`npm start` installs them; by hand: npm install --ignore-scripts",
  );
}

export function checkBuild() {
  if (isBuilt()) return "made from the sources as they are";
  const isThere = fs.existsSync(path.join(root, "dist/server.mjs"));
  throw new Problem(
    isThere ? "The build is older than the sources, the settings or Node." : "There is no build.",
    "`npm start` makes it; by hand: npm run build",
  );
}
