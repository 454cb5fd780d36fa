// HPKE base mode (RFC 9180) with KEM 0x647a X-Wing, HKDF-SHA256 and ChaCha20-Poly1305: the `hpke` package over noble's
// primitives, because browsers before 2026 have neither X-Wing nor ChaCha20 of their own.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';
import { CipherSuite } from 'hpke';

const NAME = 'MLKEM768-X25519';
const asKey = (type, raw) => ({ type, raw, extractable: true, algorithm: { name: NAME } });
const unused = async () => {
  throw new TypeError('keys come from seeds');
};

const kem = seed => () => ({
  id: 0x647a,
  type: 'KEM',
  name: NAME,
  Nsecret: 32,
  Nenc: 1120,
  Npk: 1216,
  Nsk: 32,
  DeriveKeyPair: unused,
  GenerateKeyPair: unused,
  SerializePublicKey: async key => key.raw,
  DeserializePublicKey: async raw => asKey('public', raw),
  SerializePrivateKey: unused,
  DeserializePrivateKey: async raw => asKey('private', raw),
  async Encap(key) {
    const { cipherText, sharedSecret } = xwing.encapsulate(key.raw, seed);
    return { shared_secret: sharedSecret, enc: cipherText };
  },
  Decap: async (enc, key) => xwing.decapsulate(enc, key.raw),
});

const kdf = () => ({
  id: 0x0001,
  type: 'KDF',
  name: 'HKDF-SHA256',
  Nh: 32,
  stages: 2,
  Extract: async (salt, ikm) => extract(sha256, ikm, salt),
  Expand: async (prk, info, length) => expand(sha256, prk, info, length),
  Derive: unused,
});

const aead = () => ({
  id: 0x0003,
  type: 'AEAD',
  name: 'ChaCha20Poly1305',
  Nk: 32,
  Nn: 12,
  Nt: 16,
  Seal: async (key, nonce, aad, plaintext) => chacha20poly1305(key, nonce, aad).encrypt(plaintext),
  Open: async (key, nonce, aad, ciphertext) => chacha20poly1305(key, nonce, aad).decrypt(ciphertext),
});

/** The public key, 1216 bytes, of a private key, which is a 32-byte seed. */
export const publicKeyOf = seed => xwing.keygen(seed).publicKey;

/** Seals to one public key; a seed of 64 bytes makes the encapsulation repeatable, for dealt shares alone. */
export async function hpkeSeal(publicKey, info, aad, plaintext, seed) {
  const suite = new CipherSuite(kem(seed), kdf, aead);
  const sealed = await suite.Seal(asKey('public', publicKey), plaintext, { info, aad });
  return { enc: sealed.encapsulatedSecret, ct: sealed.ciphertext };
}

export async function hpkeOpen(seed, info, aad, { enc, ct }) {
  return new CipherSuite(kem(), kdf, aead).Open(asKey('private', seed), enc, ct, { info, aad });
}
