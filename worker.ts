import { run } from "graphile-worker";
import { now } from "@/lib/core/dates";
import { log } from "@/lib/core/log";
import { database } from "@/lib/db/client";
import { forgetSubmissions } from "@/lib/form/mutations";
import { publishDue, withdrawExpired } from "@/lib/record/schedule/mutations";

/**
 * What happens without anybody asking: drafts that are due, records whose time is over, forms that nobody needs any more.
 * Jobs are claimed in the database, so that any number of workers does each once.
 */
const { client, pool } = database();

const runner = await run({
  pgPool: pool,
  concurrency: 1,
  pollInterval: 5_000,
  crontab: ["* * * * * publish_due", "* * * * * withdraw_expired", "17 3 * * * forget_submissions"].join("\n"),
  taskList: {
    publish_due: async () => {
      const count = await publishDue(client, now());
      if (count > 0) log.info({ count }, "published what was due");
    },
    withdraw_expired: async () => {
      const count = await withdrawExpired(client, now());
      if (count > 0) log.info({ count }, "withdrew what was over");
    },
    forget_submissions: async () => {
      await forgetSubmissions(now());
    },
  },
});
log.info("worker started");
await runner.promise;
