/** What JSON.parse may give. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A name for an item of a list that a reader finds again: its slug, id, key or code, else its number from 0. */
export function itemName(item: unknown, index: number): string {
  if (isObject(item)) {
    for (const key of ["slug", "id", "key", "code"]) {
      const name = item[key];
      if (typeof name === "string" && name !== "") return name;
    }
  }
  return String(index);
}

/** Path of a member or item below `path`, as faults write it. */
export function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Visits a value and all that it holds, outermost first. */
export function walk(
  value: unknown,
  visit: (value: unknown, path: string, key: string) => void,
  path = "",
  key = "",
): void {
  visit(value, path, key);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, visit, `${path}[${itemName(item, index)}]`, key);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) walk(member, visit, below(path, name), name);
  }
}

/** Writes the path of a zod issue with the names of list items in place of their numbers. */
export function namedPath(root: unknown, keys: readonly PropertyKey[]): string {
  let value: unknown = root;
  let path = "";
  for (const key of keys) {
    if (Array.isArray(value)) {
      const index = Number(key);
      value = value[index];
      path += `[${itemName(value, index)}]`;
    } else {
      value = isObject(value) ? value[String(key)] : undefined;
      path = below(path, String(key));
    }
  }
  return path;
}
