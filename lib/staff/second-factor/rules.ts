const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** @source RFC 4648, base32 without padding: what apps expect of a secret */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The address that an app reads from the square code. */
export function otpAddress(input: { issuer: string; email: string; secret: string }): string {
  const { issuer } = input;
  const query = new URLSearchParams({ secret: input.secret, issuer, digits: "6", period: "30" });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(input.email)}?${query.toString().replaceAll("+", "%20")}`;
}

/** In groups of four, for copying by eye. */
export function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
