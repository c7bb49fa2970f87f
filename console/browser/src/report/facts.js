/** The facts at the top of the page, as they are now. */

import { spoken } from "./entries.js";

const CONFLICTS = { unchecked: "not checked yet", clear: "clear", conflict: "conflict found" };

/** @param {import("./context.js").Context} context */
export function keepFacts(context) {
  context.listeners.push(() => {
    const { standing, labels } = context.now;
    const by = standing.conflict_by ? `, ${standing.conflict_by}` : "";
    const reason = standing.reason ? `: ${spoken(standing.reason)}` : "";
    const facts = {
      status: `${spoken(standing.status)}${reason}`,
      conflict: `${CONFLICTS[standing.conflict]}${by}`,
      assignee: standing.assignee_name || "nobody",
      labels: labels.join(", ") || "none",
      word: spoken(standing.word),
    };
    for (const [name, words] of Object.entries(facts)) {
      const place = document.querySelector(`[data-fact="${name}"]`);
      if (place && place.textContent !== words) place.textContent = words;
    }
  });
}
