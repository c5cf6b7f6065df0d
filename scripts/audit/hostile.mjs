/** Hostile requests by class. Each is made from a number alone, so that a run can be repeated. */

/** @typedef {{ seed: number, mark: string }} Input */

const LOCALES = ["zh", "ru", "en"];
const PAGES = [
  "",
  "/sites",
  "/yugra",
  "/yugra/sites/sez-nyagan",
  "/visits",
  "/outcomes",
  "/search",
  "/v/token",
  "/admin",
];
const METHODS = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X", "GET\0"];
const ENCODED = [
  "%",
  "%%",
  "%zz",
  "%c0%ae%c0%ae/",
  "%u0041",
  "%00",
  "%0d%0aSet-Cookie:a=b",
  "%ff%fe",
  "%2e%2e%2f",
  "%25%32%65",
  "%F0%9F",
  "..;/",
  "\\..\\",
  "//evil.example/",
  "/./",
  "/%20",
  "~",
  "\u00ff",
];
const SQL = [
  "' OR 1=1--",
  "1;SELECT pg_sleep(5)--",
  '" UNION SELECT NULL--',
  "$$;DROP TABLE record;--",
  '{"equals":1}',
  "[$ne]=1",
];
const PARAMETERS = [
  "region",
  "kind",
  "status",
  "page",
  "q",
  "unit",
  "sites",
  "next",
  "callbackUrl",
  "__proto__",
  "constructor[prototype]",
  "_rsc",
  "nxtPslug",
];
const ODD_HEADERS = [
  "Accept-Encoding",
  "Accept-Language",
  "Cookie",
  "If-None-Match",
  "If-Modified-Since",
  "Range",
  "Host",
  "Referer",
  "Origin",
  "Transfer-Encoding",
  "Content-Length",
  "Expect",
  "Upgrade",
  "Connection",
  "Accept",
  "Authorization",
];
const ACTION_BODIES = [
  "[]",
  '["$F1"]',
  '{"__proto__":{"x":1}}',
  '["$1:constructor:constructor"]',
  "0=%5B%22%24K1%22%5D&1_%24ACTION_ID_00=",
  '1:I["x",[],""]\n0:["$","$L1",null,{}]',
  "$ACTION_REF_1=&$ACTION_1:0=%7B%22id%22%3A%22x%22%7D",
];

/** Headers with which caches have been poisoned, and a value that would show. */
export const POISON = [
  ["x-forwarded-host", "evil.example"],
  ["x-forwarded-proto", "http"],
  ["x-forwarded-scheme", "nothttps"],
  ["x-forwarded-port", "8443"],
  ["x-forwarded-prefix", "/evil"],
  ["x-forwarded-for", "203.0.113.7"],
  ["x-original-url", "/en/none"],
  ["x-rewrite-url", "/en/none"],
  ["x-http-method-override", "POST"],
  ["x-middleware-subrequest", "middleware:middleware:middleware"],
  ["x-middleware-prefetch", "1"],
  ["x-middleware-rewrite", "/en/none"],
  ["x-nextjs-data", "1"],
  ["x-next-cache-tags", "evil"],
  ["x-matched-path", "/en/none"],
  ["x-invoke-path", "/en/none"],
  ["x-invoke-status", "500"],
  ["x-invoke-output", "/404"],
  ["x-now-route-matches", "1=none"],
  ["x-prerender-revalidate", "1"],
  ["rsc", "1"],
  ["next-router-prefetch", "1"],
  ["next-router-state-tree", "%5B%22%22%5D"],
  ["next-action", "x"],
  ["next-url", "/en/none"],
  ["cookie", "__prerender_bypass=1; NEXT_LOCALE=ru"],
  ["content-security-policy", "script-src *"],
  ["forwarded", "host=evil.example;proto=http"],
  ["accept", "text/x-component"],
  ["range", "bytes=0-1"],
  ["if-none-match", "*"],
];

/** @param {number} seed @param {readonly string[]} list */
function pick(seed, list) {
  return list[Math.abs(Math.imul(seed + 1, 2_654_435_761) >>> 7) % list.length] ?? "";
}

/** @param {number} seed */
function page(seed) {
  return `/${pick(seed, LOCALES)}${pick(seed * 7, PAGES)}`;
}

/** @param {string} method @param {string} target @param {string[]} headers @param {string} [body] */
function request(method, target, headers = [], body = "") {
  const length = body ? [`Content-Length: ${Buffer.byteLength(body, "latin1")}`] : [];
  return [`${method} ${target} HTTP/1.1`, "Host: localhost", "Connection: close", ...length, ...headers, "", body].join(
    "\r\n",
  );
}

/** @type {{ kind: string, make: (input: Input) => string }[]} */
export const CLASSES = [
  {
    kind: "malformed encoding",
    make: ({ seed }) => request("GET", `${page(seed)}/${pick(seed, ENCODED)}${pick(seed * 3, ENCODED)}`),
  },
  {
    kind: "mark-up in the path",
    make: ({ seed, mark }) => request("GET", `${page(seed)}/${seed % 2 ? mark : encodeURIComponent(mark)}`),
  },
  {
    kind: "mark-up in the query",
    make: ({ seed, mark }) =>
      request("GET", `${page(seed)}?${pick(seed, PARAMETERS)}=${seed % 2 ? mark : encodeURIComponent(`">${mark}`)}`),
  },
  {
    kind: "statements in the query",
    make: ({ seed }) =>
      request(
        "GET",
        `/${pick(seed, LOCALES)}/sites?${pick(seed, PARAMETERS)}=${encodeURIComponent(pick(seed * 5, SQL))}`,
      ),
  },
  {
    kind: "long query",
    make: ({ seed }) =>
      request(
        "GET",
        `${page(seed)}?${pick(seed, PARAMETERS)}=${pick(seed, ["a", ",", "%20", "sez,", "(a+)+"]).repeat(300 + (seed % 4000))}`,
      ),
  },
  {
    kind: "many parameters",
    make: ({ seed }) =>
      request(
        "GET",
        `${page(seed)}?${Array.from({ length: 50 + (seed % 400) }, (_, index) => `${pick(seed + index, PARAMETERS)}=${index}`).join("&")}`,
      ),
  },
  {
    kind: "odd numbers",
    make: ({ seed }) =>
      request(
        "GET",
        `/${pick(seed, LOCALES)}/sites?page=${pick(seed, ["-1", "0", "1e9", "NaN", "99999999999999999999", "1.5", "0x10", "٣", "2147483648"])}`,
      ),
  },
  {
    kind: "wrong method",
    make: ({ seed, mark }) => request(pick(seed, METHODS), page(seed), ["Content-Type: text/plain"], `a=${mark}`),
  },
  {
    kind: "odd header",
    make: ({ seed, mark }) =>
      request("GET", page(seed), [
        `${pick(seed, ODD_HEADERS)}: ${pick(seed * 3, [mark, "a".repeat(7000), "\u00ff\u00fe", "-1", ";;;,,,", "bytes=0-,5-,-9", "chunked, chunked", "100-continue", "../../etc/passwd"])}`,
      ]),
  },
  {
    kind: "many headers",
    make: ({ seed }) =>
      request(
        "GET",
        page(seed),
        Array.from({ length: 50 + (seed % 200) }, (_, index) => `X-${index}: ${seed}`),
      ),
  },
  {
    kind: "cache poisoning",
    make: ({ seed }) => request("GET", page(seed), [POISON[seed % POISON.length]?.join(": ") ?? ""]),
  },
  {
    kind: "server action",
    make: ({ seed }) =>
      request(
        "POST",
        page(seed),
        [
          `Next-Action: ${"0123456789abcdef"[seed % 16]?.repeat(42)}`,
          `Content-Type: ${pick(seed, ["text/plain;charset=UTF-8", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])}`,
        ],
        pick(seed * 3, ACTION_BODIES),
      ),
  },
  {
    kind: "data of the framework",
    make: ({ seed }) =>
      request(
        "GET",
        pick(seed, [
          "/_next/data/x/zh.json",
          "/_next/image?url=http%3A%2F%2F127.0.0.1%3A5432&w=64&q=75",
          "/_next/static/../../package.json",
          "/_next/static/%2e%2e/server/app",
          "/zh.rsc",
          "/zh/yugra.segments/_tree.segment.rsc",
          "/_next/webpack-hmr",
          "/__nextjs_original-stack-frame",
          "/.env",
          "/.git/config",
          "/node_modules/next/package.json",
        ]),
      ),
  },
  {
    kind: "absolute address",
    make: ({ seed }) =>
      request(
        "GET",
        `http://${pick(seed, ["127.0.0.1:5432", "evil.example", "localhost", "[::1]:22", "x@y:z"])}${page(seed)}`,
      ),
  },
  {
    kind: "upgrade",
    make: ({ seed }) =>
      request("GET", pick(seed, ["http://127.0.0.1:5432/", "/zh", "/_next/webpack-hmr"]), [
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
      ]),
  },
  {
    kind: "broken request",
    make: ({ seed }) =>
      pick(seed, [
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /zh HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
      ]),
  },
];
