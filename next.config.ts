import { readdirSync } from "node:fs";
import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { filteredSegment, listFilterKeys } from "./lib/core/paths";

const messageFiles = readdirSync(path.join(import.meta.dirname, "messages/ru"))
  .filter((file) => file.endsWith(".json"))
  .map((file) => `./messages/ru/${file}`);

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { createMessagesDeclaration: messageFiles },
});

/** A list's address with a parameter that changes its data is answered by the dynamic twin of the page. */
const filterRewrites = Object.entries(listFilterKeys).flatMap(([list, keys]) =>
  [`/:locale/${list}`, ...(list === "sites" ? [`/:locale/:region/${list}`] : [])].flatMap((source) =>
    keys.map((key) => ({
      source,
      has: [{ type: "query" as const, key }],
      destination: `${source}/${filteredSegment}`,
    })),
  ),
);

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: false,
  generateEtags: false,
  agentRules: false,
  htmlLimitedBots: /.*/,
  cacheHandler: path.join(import.meta.dirname, "dist/cache-handler.mjs"),
  cacheMaxMemorySize: 0,
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // A page is loaded when somebody asks for it: the start, and readers who never see the staff area, do without its code.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ["pg", "pino", "zod", "@prisma/client", "@prisma/adapter-pg", "sharp"],
  async rewrites() {
    return { beforeFiles: filterRewrites, afterFiles: [], fallback: [] };
  },
};

export default withMessages(config);
