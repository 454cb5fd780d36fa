// The known attack on AES-GCM that the commitment of a payload answers: one ciphertext and tag that two keys accept.
const R = 0xe1n << 120n;

function times(x, y) {
  let z = 0n;
  for (let bit = 127n; bit >= 0n; bit--) {
    if ((x >> bit) & 1n) z ^= y;
    y = y & 1n ? (y >> 1n) ^ R : y >> 1n;
  }
  return z;
}

function inverse(x) {
  let result = 1n << 127n;
  for (let i = 0; i < 128; i++) {
    result = times(result, result);
    if (i < 127) result = times(result, x);
  }
  return result;
}

const number = (twin, block) => BigInt(`0x${twin.hex(block)}`);
const block = (twin, value) => twin.unhex(value.toString(16).padStart(32, '0'));

async function derived(twin, context, dek, salt) {
  const hmac = await crypto.subtle.importKey('raw', dek, { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
  const label = twin.ascii('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM');
  const info = twin.concat(label, twin.u8(0), salt, twin.encodeContext(context));
  const next = async (...parts) => new Uint8Array(await crypto.subtle.sign('HMAC', hmac, twin.concat(...parts)));
  const first = await next(info, twin.u8(1));
  const okm = twin.concat(first, await next(first, info, twin.u8(2)));
  return { key: okm.slice(0, 32), nonce: okm.slice(32, 44), commitment: okm.slice(44, 76) };
}

/** One AES block, by way of AES-CTR over zeros. */
async function aes(key, input) {
  const ctr = await crypto.subtle.importKey('raw', key, 'AES-CTR', false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CTR', counter: input, length: 32 }, ctr, new Uint8Array(16)));
}

/** A blob of two blocks that carries the commitment of the first key and whose chunk both keys accept. */
export async function twoKeys(twin, context, one, other) {
  const salt = new Uint8Array(24).fill(3);
  const [a, b] = [await derived(twin, context, one, salt), await derived(twin, context, other, salt)];
  const sides = [];
  for (const { key, nonce } of [a, b]) {
    const h = number(twin, await aes(key, new Uint8Array(16)));
    sides.push({ h, mask: number(twin, await aes(key, twin.concat(nonce, twin.u32(1)))) });
  }
  const first = number(twin, new Uint8Array(16).fill(0x61));
  const length = 256n;
  const power = (h, n) => (n === 1 ? h : times(h, power(h, n - 1)));
  const known = ({ h, mask }) => mask ^ times(first, power(h, 3)) ^ times(length, h);
  const difference = known(sides[0]) ^ known(sides[1]);
  const slope = power(sides[0].h, 2) ^ power(sides[1].h, 2);
  const second = times(difference, inverse(slope));
  const tag = known(sides[0]) ^ times(second, power(sides[0].h, 2));
  const chunk = twin.concat(...[first, second, tag].map(value => block(twin, value)));
  const plain = async dek => {
    const { key, nonce } = dek === one ? a : b;
    const gcm = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, gcm, chunk));
  };
  return { blob: twin.concat(salt, a.commitment, chunk), plain };
}
