// Makes elements. Words only ever go in as text, so the page needs no Trusted Types policy.

/** Make an element: `properties` are set on it, `children` are elements or texts. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** Make one of the page's drawings, which say nothing to a screen reader. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

/** Return the element with this id. */
export const byId = (id) => document.getElementById(id);
