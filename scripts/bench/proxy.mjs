import fs from "node:fs";
import path from "node:path";
import { measure, median } from "../measure/drive.mjs";
import { hasNginx, startNginx, writeNginxConfig } from "../measure/nginx.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { warmUp } from "./children.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */

const PAGE = "/zh/sites";
const ROUNDS = 3;
const SECONDS = 4;

/**
 * A page through deploy/nginx.conf, beside nginx that sends the same bytes from disk. Both outrun the readers that a
 * small machine can play, so the time that nginx computes for an answer decides.
 *
 * @param {Context} context
 * @returns {Promise<Figure[]>}
 */
export async function benchProxy({ databaseUrl, folder }) {
  const name = "page behind nginx / nginx from disk";
  if (!hasNginx()) return [{ name, value: null, unit: "", note: "nginx is not installed here" }];
  const portal = await startBuilt({ databaseUrl, folder });
  const own = path.join(folder, "nginx");
  fs.mkdirSync(path.join(own, "www"), { recursive: true });
  const port = await nextFreePort(4450);
  const diskPort = await nextFreePort(4460);
  const page = await warmUp(portal.url + PAGE);
  fs.writeFileSync(path.join(own, "www/page"), page.body);
  const headers = Object.entries(page.headers)
    .filter(([header]) =>
      /^(content-(encoding|security-policy)|strict|x-content|x-frame|referrer|cross|permissions)/.test(header),
    )
    .map(([header, value]) => `add_header ${header} ${JSON.stringify(value)};`);
  const more = `server { listen 127.0.0.1:${diskPort}; server_name localhost; root ${own}/www; default_type text/html; ${headers.join(" ")} }\n`;
  const nginx = await startNginx({ file: writeNginxConfig({ folder: own, port, upstream: portal.port, more }), port });
  /** @type {Record<"proxy" | "disk", Awaited<ReturnType<typeof measure>>[]>} */
  const rounds = { proxy: [], disk: [] };
  for (let round = 0; round < ROUNDS; round++) {
    rounds.proxy.push(await measure({ port, pids: nginx.pids(), paths: [PAGE], seconds: SECONDS }));
    rounds.disk.push(await measure({ port: diskPort, pids: nginx.pids(), paths: ["/page"], seconds: SECONDS }));
  }
  await nginx.stop();
  await portal.stop();
  const rate = (/** @type {"proxy" | "disk"} */ which) =>
    Math.round(median(rounds[which].map((each) => each.perSecond)));
  const cpu = (/** @type {"proxy" | "disk"} */ which) => median(rounds[which].map((each) => each.cpuMs));
  const byComputing = (cpu("disk") / cpu("proxy")).toFixed(2);
  const note = `${rate("proxy")} against ${rate("disk")} a second; ${byComputing} by computing time of nginx`;
  return [{ name, value: rate("proxy") / rate("disk"), unit: "", bar: "least", must: 0.4, note }];
}
