/**
 * Leaves with a plain sentence when Node is too old. Nothing may be imported before it that an old Node cannot read.
 */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`FAILED: Node ${process.versions.node} is too old.`);
  console.error("What to do: install Node 20.19 or newer (22 and 24 are fine too), then try again.");
  process.exit(1);
}
