/**
 * Loaded before a server (`node --import`): when the script that started it dies without a word (kill -9), the pipe
 * between them breaks, and the server ends too instead of holding its port for ever.
 */
// The server's own children load this as well; their pipe is their parent's business.
if (process.ppid === Number(process.env.PORTAL_LAUNCHER)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref(); // the pipe alone does not keep the server alive
}
