// The line to the sandbox: one stream of what the phone shows, and what is done on the phone.

const asked = Number(new URLSearchParams(location.search).get("phone"));

/** Which phone this is. */
export const number = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;

/** Call `show` with each new picture of the phone, and `lost` while the sandbox is away. */
export function watch(show, lost) {
  const stream = new EventSource(`/phone/${number}/screen`);
  stream.addEventListener("message", (event) => show(JSON.parse(event.data)));
  stream.addEventListener("error", lost);
}

/** Do something on the phone: `say`, `tap`, `send`, `edit`, `delete`, `start`. */
export async function act(name, body = {}) {
  try {
    const answer = await fetch(`/phone/${number}/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
