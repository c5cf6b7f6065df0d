import { BlockList, isIP, isIPv6 } from "node:net";

/** What an address said when it was asked. */
export type LinkAnswer =
  | { kind: "works"; reason: string }
  /** says itself that there is nothing, or its name does not exist */
  | { kind: "gone"; reason: string }
  /** keeps robots out, is overloaded, cannot be reached from here: says nothing about the page */
  | { kind: "unclear"; reason: string };

export type KnownLink = {
  status: "works" | "broken" | "unclear";
  failures: number;
  checkedAt: Date;
  failingSince: Date | null;
};

/** So many checks on different days must fail before a link counts as broken. */
const failuresUntilBroken = 2;
const dayMs = 20 * 3600 * 1000;

/** How a link stands after one more answer. Two failures of the same day count once. */
export function judge(
  known: KnownLink | null,
  { kind }: Pick<LinkAnswer, "kind">,
  at: Date,
): Pick<KnownLink, "status" | "failures" | "failingSince"> {
  if (kind === "works") return { status: "works", failures: 0, failingSince: null };
  if (kind === "unclear") {
    const { status = "unclear", failures = 0, failingSince = null } = known ?? {};
    return { status: status === "broken" ? "broken" : "unclear", failures, failingSince };
  }
  const isNewDay = !known || known.failures === 0 || at.getTime() - known.checkedAt.getTime() >= dayMs;
  const failures = (known?.failures ?? 0) + (isNewDay ? 1 : 0);
  return {
    status: failures >= failuresUntilBroken ? "broken" : "unclear",
    failures,
    failingSince: known?.failingSince ?? at,
  };
}

/** What a status of HTTP says about the page. */
export function answerOf(status: number): LinkAnswer {
  const reason = String(status);
  if (status >= 200 && status < 400) return { kind: "works", reason };
  if (status === 404 || status === 410) return { kind: "gone", reason };
  return { kind: "unclear", reason };
}

const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  inside.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
  ["2002::", 16],
] as const) {
  inside.addSubnet(net, bits, "ipv6");
}

/** Is this the address of a machine that only our own network reaches? Names are asked for after they are resolved. */
export function isInside(address: string): boolean {
  if (isIP(address) === 0) return true;
  if (!isIPv6(address)) return inside.check(address, "ipv4");
  // An IPv4 address in the clothes of IPv6 is checked as what it is by BlockList itself.
  return inside.check(address, "ipv6");
}

/** May the portal ask this address by itself? Web pages on the usual ports, without a name and a password in it. */
export function isAskable(url: URL): boolean {
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && url.port === "" && url.username === "" && url.password === "";
}
