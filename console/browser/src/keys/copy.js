/** Hand a locked key to its owner as a file: the copy that opens reports when all else is lost. */

/**
 * @param {string} file an armoured age file, locked
 * @param {string} purpose stands in the file's name; no person's name does
 */
export function downloadCopy(file, purpose) {
  const address = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `candour-${purpose}.age`;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
