/** Invented officers, in the ways in which people write of one; and numbers that are the same each time. */

/** @param {number} seed @returns {() => number} from 0 to 1, the same in every run */
export function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (words) => words.trim().split(/\s+/);
const GIVEN = list(`Mark Marie Alan Brian Colin Derek Eric Frances Gareth Helen Ian Joan Keith Linda Malcolm Nigel
  Owen Pauline Quentin Rhys Sheila Trevor Ursula Vincent Wendy Yusuf Zara Amir Bethan Carys Dylan Elspeth Fergus`);
const SURNAMES = list(`Abernathy Blackwood Carmichael Dunstable Ellsworth Farnsworth Grimshaw Hargreaves Ingleby Jardine
  Kettering Lockwood Merriweather Northcott Ogilvie Pemberton Quigley Rutherford Sandringham Thistlewood Underhill
  Vandermeer Wolstenholme Yardley Zielinski Adeyemi Bhattacharya Chukwu Delacroix Eriksen Fitzgerald Gunawardena
  Horvath Iqbal Jankowski Kowalczyk Lindqvist Mbeki Nakamura Okonkwo Papadopoulos Rasmussen Szymanski Tremblay
  Uddin Villanueva Weatherby Xiang Yilmaz Smith Jones Patel Evans Khan`);
const PLACES = list("Ashdown Brackley Cromer Dunmow Elmbridge Fenwick Garston Hexley Ivybridge Kelso Larkhall Mossley");
const CARS = ["blue hatchback", "silver van", "red estate", "black saloon", "white pickup", "green jeep"];
const LOOKS = ["tall, brown hair", "tattoo of an anchor, right arm", "gold tooth", "limp, walking stick", "freckles, ginger beard"];

/** @param {() => number} chance */
export function officer(chance) {
  const one = (of) => of[Math.floor(chance() * of.length)];
  const digits = (count) => Array.from({ length: count }, () => Math.floor(chance() * 10)).join("");
  const [given, surname, number] = [one(GIVEN), one(SURNAMES), String(1000 + Math.floor(chance() * 9000))];
  const ways = [`PC ${surname}`, `${given} ${surname}, ${number}`, `DC ${given[0]} ${surname}`, `sgt ${surname.toLowerCase()}`,
    `his number was ${number}`, `${given} ${surname} from ${one(PLACES)} Street`, `PC ${number}`, `called ${given}`];
  const plate = `${one(["AB", "KL", "MX", "YT"])}${digits(2)} ${one(["ABC", "KLM", "XYZ"])}`;
  return {
    who: `${given} ${surname} ${number}`,
    surname,
    card: {
      body: { values: ["ew-metropolitan-police-service"] },
      officer: { text: one(ways) },
      officer_station: { text: chance() < 0.3 ? `${one(PLACES)} Road` : "" },
      officer_vehicle: { text: chance() < 0.3 ? `${one(CARS)}, ${plate}` : "" },
      officer_look: { text: chance() < 0.3 ? one(LOOKS) : "" },
    },
  };
}
