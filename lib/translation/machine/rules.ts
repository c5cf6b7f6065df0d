/** No translation is so many times longer than its source. */
const mostTimesLonger = 6;
const shortText = 60;

/** What one request may hold, so that a person can wait for it. */
export const mostTexts = 40;
export const mostCharacters = 6_000;

/**
 * Numbers of a text without marks between their digits: 12 500 and 12,500 are one number, and so are 12,5 and 12.5.
 *
 * @returns digits in the order of the text, as often as they stand there
 */
export function numbersIn(text: string): string[] {
  const found = text.match(/\d+(?:[\s\u00a0\u202f](?=\d{3}(?!\d))\d{3}|[.,:/]\d+)*/g) ?? [];
  return found.map((one) => one.replace(/\D/g, ""));
}

/** Has the translation every number of its source? It may have more. */
export function keepsNumbers(source: string, text: string): boolean {
  const left = numbersIn(text);
  return numbersIn(source).every((number) => {
    const at = left.indexOf(number);
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

/** A machine's text as it may stand in a draft; null where it may not. */
export function usableText(source: string, answer: string): string | null {
  const text = answer.replace(/\r\n?/g, "\n").trim();
  if (text === "" || text.length > Math.max(shortText, source.length) * mostTimesLonger) return null;
  return keepsNumbers(source, text) ? text : null;
}

/** The first so many that fit into one request. */
export function thatFit<Text extends { source: string }>(texts: readonly Text[]): Text[] {
  let length = 0;
  return texts.slice(0, mostTexts).filter(({ source }) => {
    length += source.length;
    return length <= mostCharacters;
  });
}
