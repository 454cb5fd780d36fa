// What counts of a receipt, passphrase or recovery kit that a person typed, pasted or copied from paper: the same rule as `Typed` of the
// Java side, and one table of cases (typed.json) holds both to it. Letters a to z and the decimal digits of any script; everything else,
// be it seen or not, separates, and a row of it is one space.
const LONGEST = 512;
const DIGIT = /^\p{Nd}$/u;

/** Lower-case letters and digits in ASCII with single spaces between. */
export const plain = typed =>
  typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitOf)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Unicode gives the ten digits of a script ten numbers in a row, and scripts whose rows touch whole rows. */
function digitOf(digit) {
  let before = 0;
  for (let point = digit.codePointAt(0) - 1; DIGIT.test(String.fromCodePoint(point)); point--) before++;
  return String(before % 10);
}
