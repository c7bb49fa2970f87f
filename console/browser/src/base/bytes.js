/** Bytes as text and back. Both ways throw on what is not well formed. */
import { base64, base64urlnopad, hex } from "@scure/base";

/** @param {string} text @returns {Uint8Array} */
export const fromBase64 = (text) => base64.decode(text);

/** @param {Uint8Array} bytes @returns {string} */
export const toBase64 = (bytes) => base64.encode(bytes);

/** @param {string} text @returns {Uint8Array} */
export const fromBase64Url = (text) => base64urlnopad.decode(text.replace(/=+$/, ""));

/** @param {Uint8Array} bytes @returns {string} */
export const toBase64Url = (bytes) => base64urlnopad.encode(bytes);

/** @param {string} text @returns {Uint8Array} UTF-8 */
export const toUtf8 = (text) => new TextEncoder().encode(text);

/** @param {Uint8Array} bytes @returns {string} throws TypeError on what is not UTF-8 */
export const fromUtf8 = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** @param {Uint8Array} bytes @returns {Promise<string>} 64 hexadecimal digits */
export async function sha256(bytes) {
  return hex.encode(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/**
 * Fill up with spaces, which leave JSON as it is, to the first of `sizes` that has room.
 * @param {Uint8Array} plain
 * @param {readonly number[]} sizes in bytes, the smallest first
 * @returns {Uint8Array | null} null if it fits none
 */
export function padded(plain, sizes) {
  const size = sizes.find((one) => plain.length <= one);
  if (size === undefined) return null;
  const room = new Uint8Array(size).fill(0x20);
  room.set(plain);
  return room;
}
