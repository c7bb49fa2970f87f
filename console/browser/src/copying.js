/** Buttons that copy what stands in an element: `<button data-copies="ID">`, told in `#done`. */
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.addEventListener("click", async () => {
    const id = /** @type {HTMLElement} */ (button).dataset.copies ?? "";
    const words = document.getElementById(id)?.textContent ?? "";
    const done = /** @type {HTMLElement} */ (document.getElementById("done"));
    try {
      await navigator.clipboard.writeText(words.trim());
      done.textContent = "Copied.";
    } catch {
      done.textContent = "This browser did not let us copy. Select the words and copy them.";
    }
    done.hidden = false;
  });
}
