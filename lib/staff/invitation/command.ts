import { parseArgs } from "node:util";
import { z } from "zod";
import { isFittingScope } from "@/lib/auth/rules";
import { type Grant, roles } from "@/lib/auth/types";
import { locales } from "@/lib/i18n/locales";
import { invite, inviteFirstOperator } from "@/lib/staff/invitation/mutations";
import { emailSchema } from "@/lib/staff/invitation/schema";
import { closeDatabase, findScope } from "@/lib/staff/invitation/staff-queries";

/**
 * For the command line: `dist/staff.mjs first` makes the link for the first operator, `dist/staff.mjs invite --email=…`
 * any other. Prints one line of JSON: `{ token, locale }` or `{ refused }`, whose words stand in scripts/staff.
 */
const optionsSchema = z.object({
  email: emailSchema,
  role: z.enum(roles),
  region: z.string().optional(),
  site: z.string().optional(),
  locale: z.enum(locales).default("ru"),
});

type Answer = { token: string; locale: string } | { refused: string } | { nothing: true };

async function answer([command, ...args]: string[]): Promise<Answer> {
  if (command === "first") {
    const made = await inviteFirstOperator();
    return made ? { ...made, locale: "ru" } : { nothing: true };
  }
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      role: { type: "string" },
      region: { type: "string" },
      site: { type: "string" },
      locale: { type: "string" },
    },
  });
  const options = optionsSchema.safeParse(values);
  if (!options.success) return { refused: String(options.error.issues[0]?.path[0] ?? "email") };
  const { email, role, region, site, locale } = options.data;
  const scope = await findScope({ region, site });
  if (!scope) return { refused: site ? "site" : "region" };
  const grant: Grant = { role, ...scope };
  if (!isFittingScope(grant)) return { refused: "scope" };
  const made = await invite({ id: null, name: "command line", ipAddress: null }, { email, locale, grants: [grant] });
  return "token" in made ? { ...made, locale } : { refused: made.refused };
}

console.log(JSON.stringify(await answer(process.argv.slice(2))));
await closeDatabase();
