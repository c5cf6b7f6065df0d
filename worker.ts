import { run } from "graphile-worker";
import { z } from "zod";
import { formatDay, now, today } from "@/lib/core/dates";
import { siteUrl } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { deliver } from "@/lib/core/mail";
import { database } from "@/lib/db/client";
import { forgetSubmissions } from "@/lib/form/mutations";
import { prepareNext } from "@/lib/media/preparation/mutations";
import { sweepFiles } from "@/lib/media/sweep/mutations";
import { forgetWatchers } from "@/lib/programme/notice/mutations";
import { sendNotices } from "@/lib/programme/notice/send";
import { forgetLists } from "@/lib/programme/party-list/import/mutations";
import { forgetPassData } from "@/lib/programme/passport/mutations";
import { writeReminder } from "@/lib/programme/reminder/letter";
import { listReminders, remind } from "@/lib/programme/reminder/mutations";
import { reminderSchema } from "@/lib/programme/reminder/schema";
import { writeDigest } from "@/lib/record/digest/letter";
import { listDigestReaders, readDigest } from "@/lib/record/digest/staff-queries";
import { fillMemory, forgetSegments } from "@/lib/record/memory/mutations";
import { forgetPresences } from "@/lib/record/presence/mutations";
import { publishDue, withdrawExpired } from "@/lib/record/schedule/mutations";
import { checkLinks } from "@/lib/source/links/mutations";

/** How often is looked for a file that waits; ms. */
const lookMs = 1_500;

/**
 * What happens without anybody asking: drafts that are due, records whose time is over, links that no longer work, letters
 * on Mondays and to those who follow a visit, forms that nobody needs any more, pictures that wait to be prepared.
 * Jobs are claimed in the database, so that any number of workers does each once.
 */
const { client, pool } = database();

const runner = await run({
  pgPool: pool,
  concurrency: 1,
  pollInterval: 5_000,
  // By UTC: the letters leave on Monday at eight in Moscow, the links are asked at night.
  crontab: [
    "* * * * * publish_due",
    "* * * * * withdraw_expired",
    "* * * * * fill_memory",
    "* * * * * send_notices",
    "17 3 * * * forget_old",
    "5 * * * * forget_passports",
    "23 22 * * * check_links",
    "0 5 * * 1 write_digests",
    "41 3 * * * sweep_files",
    "7 6 * * * remind_promises",
  ].join("\n"),
  taskList: {
    publish_due: async () => {
      const count = await publishDue(client, now());
      if (count > 0) log.info({ count }, "published what was due");
    },
    withdraw_expired: async () => {
      const count = await withdrawExpired(client, now());
      if (count > 0) log.info({ count }, "withdrew what was over");
    },
    fill_memory: async () => {
      await fillMemory(client);
    },
    send_notices: async () => {
      const count = await sendNotices(now);
      if (count > 0) log.info({ count }, "told guests what changed");
    },
    forget_old: async () => {
      await forgetSegments(client);
      await forgetSubmissions(now());
      await forgetPresences(now());
      await forgetWatchers(now());
    },
    // By Moscow's day: the day that was said has ended everywhere east of it.
    forget_passports: async () => {
      const count = await forgetPassData(client, today());
      await forgetLists(now());
      if (count > 0) log.info({ count }, "deleted passport data that were over");
    },
    check_links: async () => {
      log.info(await checkLinks(client, now()), "asked the links");
    },
    write_digests: async (_, { addJob }) => {
      const day = formatDay(now());
      for (const staffId of await listDigestReaders()) {
        // A letter that does not leave is tried again by itself, and keeps no other back.
        await addJob("write_digest", { staffId }, { jobKey: `digest ${staffId} ${day}`, maxAttempts: 12 });
      }
    },
    write_digest: async (payload) => {
      const { staffId } = z.object({ staffId: z.string() }).parse(payload);
      const digest = await readDigest(staffId);
      if (digest) await deliver(await writeDigest(digest, siteUrl()));
    },
    remind_promises: async (_, { addJob }) => {
      for (const reminder of await listReminders(today())) {
        const { outcomeId, dueOn, daysBefore } = reminder;
        const jobKey = `promise ${outcomeId} ${dueOn} ${daysBefore}`;
        await addJob("remind_promise", reminder, { jobKey, maxAttempts: 12 });
      }
    },
    remind_promise: async (payload) => {
      await remind(reminderSchema.parse(payload), async (letter) => deliver(await writeReminder(letter, siteUrl())));
    },
    sweep_files: async () => {
      // The real clock: files have no other.
      const count = await sweepFiles(new Date());
      if (count > 0) log.info({ count }, "removed files that nobody needs");
    },
  },
});
log.info("worker started");

/** One file at a time, beside the jobs, so that a long row of pictures holds up no publication. */
async function prepareFiles(): Promise<void> {
  try {
    while (await prepareNext());
  } catch (error) {
    log.error({ err: error }, "a file could not be prepared");
  }
  setTimeout(prepareFiles, lookMs);
}
void prepareFiles();
await runner.promise;
