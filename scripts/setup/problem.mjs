/** A failure that was foreseen: says what failed and what to do about it, and needs no stack trace. */
export class Problem extends Error {
  /**
   * @param {string} what    what failed, one sentence
   * @param {string} remedy  what the person can do now
   * @param {{ details?: string, cause?: unknown }} [more]  details: the few lines of output that show the reason
   */
  constructor(what, remedy, { details = "", cause } = {}) {
    super(what, { cause });
    this.name = "Problem";
    this.remedy = remedy;
    this.details = details;
  }
}

const SYSTEM_ERRORS = {
  EACCES: "Run it as the user who owns this folder, or set DATA_DIR to a folder that you may write.",
  EPERM: "Run it as the user who owns this folder, or set DATA_DIR to a folder that you may write.",
  EROFS: "The disk is read-only: copy the project to a place that can be written.",
  ENOSPC: "The disk is full: free some space and start again.",
};

/**
 * @param {any} error  anything that was thrown
 * @returns {Problem | null} the error in words for a person, null when it is none that we know
 */
export function toProblem(error) {
  if (error instanceof Problem) return error;
  const code = /** @type {keyof typeof SYSTEM_ERRORS} */ (String(error?.code));
  const remedy = SYSTEM_ERRORS[code];
  return remedy ? new Problem(error.message, remedy, { cause: error }) : null;
}
