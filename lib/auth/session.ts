import "server-only";
import type { Actor } from "@/lib/auth/types";

/** Who is signed in; null: nobody. Once per request. */
export async function currentActor(): Promise<Actor | null> {
  return null;
}

/** Who was signed in with this browser last, by a cookie that we signed. Says nothing about rights. */
export async function lastActorId(): Promise<string | null> {
  return null;
}
