import { z } from "zod";

/** Texts leave this machine encrypted or not at all. */
function isSafeService(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

const schema = z.object({
  /** port of the web server */
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** address that the web server listens on */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** public address of the portal, without a path: stands in canonical links, sitemap and share cards */
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** PostgreSQL 15 or newer; without it `npm start` brings its own */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  /** addresses of proxies in front, parted by commas; one on this machine is known by itself */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9a-fA-F.:]+(,\s*[0-9a-fA-F.:]+)*$/, "must be addresses parted by commas")
    .transform((text) => text.split(/,\s*/))
    .default([]),
  /** 32 or more characters that nobody guesses: signs sessions; made by itself and kept with the data when not set */
  AUTH_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  /** where mail leaves, smtp://user:password@host:port; without it mail becomes files in DATA_DIR/outbox */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  /** sender of mail */
  MAIL_FROM: z.email().optional(),
  /** store of pictures and documents, https://KEY:SECRET@host/bucket?region=…; without it they lie in DATA_DIR/files */
  S3_URL: z
    .string()
    .regex(
      /^https?:\/\/[^\s:@/]+:[^\s@/]+@[^\s/]+\/[a-z0-9][a-z0-9.-]+\/?(\?\S*)?$/,
      "must be https://KEY:SECRET@host/bucket",
    )
    .optional(),
  /** where machine drafts of translations come from: https, or http on this machine; without it there are none */
  TRANSLATE_URL: z.url().refine(isSafeService, "must begin with https://, or with http:// on this machine").optional(),
  /** sent to TRANSLATE_URL as a bearer token */
  TRANSLATE_KEY: z.string().min(1).optional(),
  /** folder of the embedded database, of files and logs, and of mail that was not sent */
  DATA_DIR: z.string().min(1).default(".data"),
  /** port for Prometheus, on this machine only; none unless set */
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

/**
 * Settings of this process, read once.
 *
 * @throws Error that names each wrong setting and the reason; the start stops there
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(filled);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Wrong settings:\n${reasons.join("\n")}`);
}

let parsed: Env | undefined;

export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Origin for absolute links: SITE_URL, or this machine's address where none is set. */
export function siteUrl(): string {
  return env().SITE_URL ?? `http://localhost:${env().PORT}`;
}
