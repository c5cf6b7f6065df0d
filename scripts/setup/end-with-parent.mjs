/**
 * Loaded before a server (`node --import`): when the script that started it dies without a word (kill -9), the pipe
 * between them breaks, and the server ends too instead of holding its port for ever.
 */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref(); // the pipe alone does not keep the server alive
