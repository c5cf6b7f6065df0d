/** A table in windows-1251, as Excel in Russian saves it. */
export function toWindows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < 0x80) return code;
      if (code >= 0x410 && code <= 0x44f) return code - 0x350;
      const others: Record<string, number> = {
        ё: 0xb8,
        Ё: 0xa8,
        "№": 0xb9,
        "«": 0xab,
        "»": 0xbb,
        "—": 0x97,
        "–": 0x96,
        "°": 0xb0,
        "\u00a0": 0xa0,
        "²": 0x32,
      };
      return others[letter] ?? 0x3f;
    }),
  );
}
