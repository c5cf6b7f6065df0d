import { describe, expect, it } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { ErrorPages } from "@/lib/core/gate/error-pages";
import { readUnsent, secretFields, unsentMarks } from "@/lib/core/gate/unsent";

const type = "application/x-www-form-urlencoded";
const url = "/ru/admin/send/save-record";
const encode = (pairs: Record<string, string>) => Buffer.from(new URLSearchParams(pairs).toString());

describe("a form that could not be dealt with", () => {
  const pairs = { form: "1", record: "2", "ru:name": `Парк "Север" <b>&</b>\n第一期`, "values.phone": "+7" };

  it("comes back as a form that sends the same again, byte for byte", () => {
    const unsent = readUnsent(url, type, encode(pairs));
    expect(unsent?.action).toBe(url);
    const sent = [...(unsent?.fields ?? "").matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      decode(name),
      decode(value),
    ]);
    expect(Object.fromEntries(sent)).toEqual(pairs);
  });

  it("shows the texts and nothing that a browser could take for mark-up", () => {
    const unsent = readUnsent(url, type, encode(pairs));
    expect(unsent?.texts).toContain("Парк");
    expect(unsent?.texts).not.toContain("<b>");
    expect(unsent?.fields.replace(/<input type="hidden" name="[^"<>]*" value="[^"<>]*">/g, "")).toBe("");
  });

  it("with a password is nobody's to see; neither is a file", () => {
    for (const name of secretFields) expect(readUnsent(url, type, encode({ ...pairs, [name]: "x y" }))).toBeNull();
    expect(readUnsent(url, "multipart/form-data; boundary=x", encode(pairs))).toBeNull();
    expect(readUnsent(url, type, Buffer.alloc(0))).toBeNull();
  });

  it("knows every field that an action calls a secret", () => {
    const secrets = Object.values(staffActions).flatMap((action) =>
      action.audience === "staff" ? (action.secrets ?? []) : [],
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((name) => !secretFields.includes(name))).toEqual([]);
  });

  it("stands in the page, whatever signs it holds", async () => {
    const drawn = async () => ({
      status: 200,
      headers: {},
      cookies: [],
      body: Buffer.from(`[${unsentMarks.action}][${unsentMarks.fields}][${unsentMarks.texts}]`),
    });
    const pages = new ErrorPages(drawn, ({ body }) => ({ headers: {}, body }));
    await pages.prepare();
    const answer = await pages.answerUnsent("ru", { action: "$&", fields: "$1", texts: "$$" });
    expect(answer.status).toBe(503);
    expect(answer.identity?.toString()).toBe("[$&][$1][$$]");
    expect(answer.headers["cache-control"]).toBe("no-store");
  });
});

function decode(text = ""): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
