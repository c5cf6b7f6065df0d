/** Sent with every answer, files and errors too. */
export const securityHeaders: Record<string, string> = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

/** For answers that are no page: nothing in them may be run or framed. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** In which a route says how long a file is that it streams; it never leaves. */
export const lengthHeader = "x-portal-length";

/**
 * A page may be kept by nobody without asking; the proxy in front may keep it for a second. In this order: nginx before
 * 1.23 believes what comes first.
 */
export const pageCaching = { "x-accel-expires": "1", "cache-control": "public, max-age=0, must-revalidate" };

/** Staff pages and what is shown by a secret link: kept by nobody, found by nobody, their address told to nobody else. */
export const privatePage = {
  "cache-control": "no-store",
  "x-robots-tag": "noindex, nofollow",
  "referrer-policy": "same-origin",
};

/** The script that keeps the page of one visit for readers without a connection: it asks this origin and nothing else. */
export const guestWorker = {
  path: "/islands/guest-worker.js",
  headers: {
    "content-security-policy": "default-src 'none'; connect-src 'self'",
    // It lies in a folder of its own; how far it reaches is said where it is registered.
    "service-worker-allowed": "/",
  },
};
