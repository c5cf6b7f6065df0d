import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/core/env";

describe("the settings", () => {
  it("are all optional", () => {
    const usual = { PORT: 3000, HOST: "127.0.0.1", LOG_LEVEL: "info", DATA_DIR: ".data", TRUSTED_PROXIES: [] };
    expect(parseEnv({})).toEqual(usual);
  });

  it("that are empty count as not set", () => {
    expect(parseEnv({ PORT: "", SITE_URL: "", DATABASE_URL: "" })).toEqual(parseEnv({}));
  });

  it.each([
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PORT", "web"],
    ["SITE_URL", "portal.example"],
    ["SITE_URL", "ftp://portal.example"],
    ["SITE_URL", "javascript:alert(1)"],
    ["DATABASE_URL", "mysql://x/y"],
    ["DATABASE_URL", "localhost:5432"],
    ["LOG_LEVEL", "loud"],
  ])("stop the start and name %s when it is %j", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`Wrong settings:\\n {2}${name}: \\S+`));
  });

  it("name every wrong value at once", () => {
    expect(() => parseEnv({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT: [\s\S]*LOG_LEVEL: /);
  });

  it.each([
    ["0", 0],
    ["1", 1],
    ["65535", 65535],
  ])("take port %s", (text, port) => {
    expect(parseEnv({ PORT: text }).PORT).toBe(port);
  });

  it("keep only the origin of the public address", () => {
    expect(parseEnv({ SITE_URL: "https://portal.example/some/path?x" }).SITE_URL).toBe("https://portal.example");
  });
});
