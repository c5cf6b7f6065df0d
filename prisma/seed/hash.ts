import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject } from "./json";

/** Raise it when the same fact becomes other rows, so that rows nobody edited are written anew. */
const MAPPING_VERSION = 1;

/**
 * A value as JSON with the members of objects in alphabetical order and without those that are undefined, so that two
 * equal facts are equal as text.
 *
 * @throws TypeError for what JSON cannot hold
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (isObject(value)) return toJsonObject(value);
  throw new TypeError(`cannot be JSON: ${String(value)}`);
}

/** `toJson` of an object. */
export function toJsonObject(value: object): JsonObject {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, toJson(member)]));
}

/** SHA-256 in hexadecimal over some values in canonical form. */
export function hashOf(...values: unknown[]): string {
  return createHash("sha256")
    .update(JSON.stringify([MAPPING_VERSION, ...values.map(toJson)]))
    .digest("hex");
}
