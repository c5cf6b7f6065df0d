import "server-only";
import { headers } from "next/headers";
import type { Asker } from "@/lib/auth/asker";
import type { FormInput } from "@/lib/form/types";

/** Who sent this form. */
export async function askerOf({ client, userAgent }: FormInput): Promise<Asker> {
  return { cookie: (await headers()).get("cookie"), client, userAgent };
}
