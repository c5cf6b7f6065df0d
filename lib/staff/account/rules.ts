const browsers = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\bMicroMessenger\//, "WeChat"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const systems = [
  [/\bWindows\b/, "Windows"],
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad)\b/, "iOS"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
] as const;

/** Browser and system by what the browser says of itself, so that people tell their devices apart; null: it says neither. */
export function deviceOf(userAgent: string): string | null {
  const found = [browsers, systems].flatMap((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? []);
  return found.length > 0 ? found.join(", ") : null;
}
