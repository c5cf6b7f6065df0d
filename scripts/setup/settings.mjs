import { Problem } from "./problem.mjs";

/**
 * @returns {number} the port of the web server: PORT, else 3000
 * @throws Problem when PORT is no port
 */
export function webPort() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`PORT=${text} is not a port.`, "Give a number from 1 to 65535, for example PORT=3001 npm start.");
}

/** @returns {string} an address at which this machine reaches the web server */
export function localHost() {
  const { HOST } = process.env;
  if (!HOST || HOST === "0.0.0.0" || HOST === "::") return "127.0.0.1";
  return HOST;
}
