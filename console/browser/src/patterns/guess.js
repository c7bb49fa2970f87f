/** Counts that are known as ranges, and sums of some that are others: what follows from it. */
import { HIDDEN, meaning } from "./rounding.js";

export class Guess {
  #places = new Map();
  #least = [];
  #most = [];
  #hidden = [];
  #sums = [];

  /** Take note of a number. @param {string} name @param {number} number as it is shown */
  see(name, number) {
    const [least, most] = meaning(number);
    this.#places.set(name, this.#least.length);
    this.#least.push(least);
    this.#most.push(most);
    this.#hidden.push(number === HIDDEN);
  }

  /** Take note of what adds up. @param {string} whole @param {string[]} parts */
  sum(whole, parts) {
    const place = (/** @type {string} */ name) => this.#places.get(name);
    this.#sums.push([place(whole), parts.map(place)]);
  }

  /** Narrow the ranges until nothing moves. @returns {number} how many hidden counts are told exactly */
  exact() {
    while (this.#sums.map((one) => this.#narrow(one)).some(Boolean));
    return this.#hidden.filter((hidden, at) => hidden && this.#least[at] >= this.#most[at]).length;
  }

  #narrow([whole, parts]) {
    const [least, most] = [this.#least, this.#most];
    const sum = (/** @type {number[]} */ of) => parts.reduce((all, one) => all + of[one], 0);
    let moved = this.#bound(whole, sum(least), sum(most));
    for (const one of parts) {
      const [low, high] = [sum(least) - least[one], sum(most) - most[one]];
      moved = this.#bound(one, least[whole] - high, most[whole] - low) || moved;
    }
    return moved;
  }

  #bound(at, least, most) {
    const moved = least > this.#least[at] || most < this.#most[at];
    this.#least[at] = Math.max(this.#least[at], least);
    this.#most[at] = Math.min(this.#most[at], most);
    return moved;
  }
}
