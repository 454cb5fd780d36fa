// A person's private keys: sealed under a bundle key, which a passphrase or a printed kit unwraps.
import { ed25519 } from '@noble/curves/ed25519.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { argon2id } from 'hash-wasm';
import { Reader, ascii, concat, fixed, same, u16, u32, u8 } from './bytes.js';
import { Kind, decodeContext, encodeContext } from './context.js';
import { OpenFailed, Refused, opening } from './failures.js';
import { publicKeyOf } from './hpke.js';
import { open, seal } from './payload.js';
import { plain } from './typed.js';

const SALT = ascii('kulkul/v1/staff');
const derive = (secret, what) => hkdf(hash, secret, SALT, ascii(what), 32);

/** Refuses parameters so weak that a stolen verifier could be guessed, or so large that they only stop the browser. */
export function acceptParameters({ salt, memoryKiB, iterations, parallelism }) {
  const whole = [memoryKiB, iterations, parallelism].every(Number.isInteger);
  const strong = salt.length >= 16 && memoryKiB >= 19 * 1024 && iterations >= 2 && parallelism >= 1;
  const sane = salt.length <= 64 && memoryKiB <= 1024 * 1024 && iterations <= 32 && parallelism <= 16;
  if (!whole || !strong || !sane) throw new Refused('WEAK_PARAMETERS');
}

/** Argon2id (RFC 9106, version 0x13), 32 bytes; WebAssembly where it may run, JavaScript elsewhere. */
export async function stretch(passphrase, parameters) {
  acceptParameters(parameters);
  const { salt, memoryKiB, iterations, parallelism } = parameters;
  const password = ascii(plain(passphrase));
  try {
    return await argon2id({
      password,
      salt,
      parallelism,
      iterations,
      memorySize: memoryKiB,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch {
    return argon2idAsync(password, salt, { t: iterations, m: memoryKiB, p: parallelism, dkLen: 32 });
  }
}

/** What signs in (auth) and what unwraps (wrap): neither tells the other. */
export const signInKeys = stretched => ({ auth: derive(stretched, 'auth'), wrap: derive(stretched, 'wrap') });

/** The wrapping key of a printed recovery kit of 32 bytes. */
export const recoveryKey = kit => derive(fixed(kit, 32), 'recovery');

/** Seals a bundle or a wrap as it travels: its context, then its blob. */
export async function sealOwn(context, key, plaintext) {
  return concat(encodeContext({ ...context, kind: Kind.KEY_BUNDLE }), await seal(context, key, plaintext));
}

/** Opens a bundle or a wrap of this person; OpenFailed where it is another's, older than known, or another key's. */
export async function openOwn({ tenant, person, version }, key, sealed) {
  return opening(async () => {
    const context = decodeContext(sealed.slice(0, 81));
    const own = context.kind === Kind.KEY_BUNDLE && same(context.tenant, tenant) && same(context.aggregate, person);
    if (!own || context.seq < version) throw new OpenFailed();
    return open(context, key, sealed.subarray(81));
  });
}

export const encodeBundle = ({ sign, xwing }) =>
  concat(
    u8(1),
    fixed(sign, 32),
    u16(xwing.length),
    ...xwing.map(({ epoch, seed }) => concat(u32(epoch), fixed(seed, 32))),
  );

/** The private keys, with their public ones; the newest X-Wing key is the last. */
export async function decodeBundle(bytes) {
  return opening(async () => {
    const from = new Reader(bytes);
    from.expect(u8(1));
    const sign = from.take(32);
    const xwing = [];
    for (let count = from.u16(); count > 0; count--) {
      const [epoch, seed] = [from.u32(), from.take(32)];
      xwing.push({ epoch, seed, publicKey: publicKeyOf(seed) });
    }
    from.end();
    return { sign, signPublic: ed25519.getPublicKey(sign), xwing };
  });
}
