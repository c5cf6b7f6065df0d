import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password/hash";
import { refusePassword } from "@/lib/auth/password/rules";

const own = ["anna.petrova@example.org", "Анна Петрова"];

describe("a new password", () => {
  it.each([
    ["eleven chars", "abcdefgh-jk", "password_short"],
    ["twelve chars", "tiger-on-ice", null],
    ["eleven characters in Chinese", "蓝鲸在海边唱歌给月亮听", "password_short"],
    ["twelve characters in Chinese", "蓝鲸在海边唱歌给月亮听着", null],
    ["128 characters", `${"синий кит у моря ".repeat(7)}123456789`, null],
    ["129 characters", `${"синий кит у моря ".repeat(7)}1234567890`, "password_long"],
    ["spaces and no digits", "correct horse battery staple", null],
  ])("of %s is judged by its length", (_, password, refusal) => {
    expect(refusePassword(password, own)).toBe(refusal);
  });

  it.each([
    "1qaz2wsx3edc", // on the list
    "QWERTYqwerty", // capitals are no difference
    "password1234",
    "!!!dragon!!!2026",
    "qwertyqwerty",
    "aaaaaaaaaaaa",
    "abababababab",
    "abcdefghijkl",
    "987654321098",
    "anna.petrova@example.org",
    "annapetrova1",
    "Анна Петрова 1",
  ])("that anybody would guess is refused: %s", (password) => {
    expect(refusePassword(password, own)).toBe("password_common");
  });

  it("may hold a name among other words", () => {
    expect(refusePassword("Анна Петрова пьёт зелёный чай", own)).toBeNull();
  });
});

describe("a kept password", () => {
  it("fits however its letters are composed, and no shorter or other one fits", async () => {
    const typed = "йогурт у моря ёж";
    const hash = await hashPassword(typed.normalize("NFD"));
    expect(await verifyPassword({ hash, password: typed.normalize("NFC") })).toBe(true);
    expect(await verifyPassword({ hash, password: typed.toUpperCase() })).toBe(false);
    expect(await verifyPassword({ hash, password: ` ${typed}` })).toBe(false);
  });

  it("is not cut after 72 bytes, and full width is not folded", async () => {
    const long = "пароль длиннее семидесяти двух байт, потому что буквы русские";
    const hash = await hashPassword(long);
    expect(await verifyPassword({ hash, password: long.slice(0, -1) })).toBe(false);
    const wide = await hashPassword("ＡＢＣ у моря кит");
    expect(await verifyPassword({ hash: wide, password: "ABC у моря кит" })).toBe(false);
  });

  it("of an unknown make fits nothing", async () => {
    expect(await verifyPassword({ hash: "", password: "" })).toBe(false);
    expect(await verifyPassword({ hash: "plain$x", password: "x" })).toBe(false);
  });
});
