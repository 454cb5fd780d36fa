// Shamir's sharing of 32 bytes, each byte for itself over GF(2^8) with the AES polynomial 0x11b. No tables, no branches
// on secret bytes.
import { Refused } from './failures.js';

function multiply(a, b) {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    product ^= a & -((b >> bit) & 1);
    a = ((a << 1) ^ (0x11b & -(a >> 7))) & 0x1ff;
  }
  return product & 0xff;
}

/** a to the power 254, which is 1/a. */
function inverse(a) {
  let result = 1;
  for (let bit = 7; bit >= 0; bit--) {
    result = multiply(result, result);
    if ((254 >> bit) & 1) result = multiply(result, a);
  }
  return result;
}

/** The point at x of the polynomial whose constant term is the secret and whose further coefficients are given. */
export function shareAt(x, secret, coefficients) {
  return secret.map((constant, byte) => {
    const value = coefficients.reduceRight((sum, coefficient) => multiply(sum, x) ^ coefficient[byte], 0);
    return multiply(value, x) ^ constant;
  });
}

/** The value at x of the polynomial through the points [index, share]; 0 gives the secret. */
export function interpolate(points, x) {
  const indices = points.map(([index]) => index);
  if (new Set(indices).size !== indices.length) throw new Refused('DUPLICATE_INDEX');
  if (indices.some(index => !(index >= 1 && index <= 255))) throw new Refused('BAD_INDEX');
  const result = new Uint8Array(32);
  for (const [index, share] of points) {
    const weight = indices
      .filter(other => other !== index)
      .reduce((product, other) => multiply(product, multiply(x ^ other, inverse(index ^ other))), 1);
    for (let byte = 0; byte < 32; byte++) result[byte] ^= multiply(weight, share[byte]);
  }
  return result;
}
