import { describe, expect, it } from "vitest";
import { importFields } from "@/lib/register/fields";
import { registerKinds } from "@/lib/register/types";
import { messagesOf } from "@/tests/support/messages";

describe("the fields of a register", () => {
  const known = messagesOf("ru");

  it.each(registerKinds)("of %ss have names and units that are there", (kind) => {
    const asked = importFields[kind].flatMap(({ label }) => [...label.words, ...(label.unit ? [label.unit] : [])]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});
