import { words as en } from '/static/js/words-en.js';
import { words as id } from '/static/js/words-id.js';
import { logs } from './logs.js';
import { structures } from './structures.js';

// Recomputes every output of a vectors file from its inputs, with the functions of the bundle that people get.

/** The outputs that came out otherwise, in words; a section that this file does not know is one of them. */
export async function failures(twin, json) {
  const vectors = JSON.parse(json);
  const wrong = [];
  const same = (name, actual, expected) => {
    const shown = actual instanceof Uint8Array ? twin.hex(actual) : actual;
    if (shown !== expected) wrong.push(`${name}: ${shown} instead of ${expected}`);
  };
  for (const [section, cases] of Object.entries(vectors)) {
    if (section === 'format') continue;
    const check = checks[section] ?? structures(drawing)[section] ?? logs[section];
    if (!check) wrong.push(`${section}: not known here`);
    else for (const one of [cases].flat()) await check(twin, one, (name, ...rest) => same(`${section} ${name}`, ...rest));
  }
  return wrong;
}

/** Runs the work with a generator that gives these bytes, as the salt that nobody may choose. */
async function drawing(bytes, work) {
  const own = Object.getOwnPropertyDescriptor(Crypto.prototype, 'getRandomValues');
  Crypto.prototype.getRandomValues = array => (array.set(bytes.subarray(0, array.length)), array);
  try {
    return await work();
  } finally {
    Object.defineProperty(Crypto.prototype, 'getRandomValues', own);
  }
}

const checks = {
  receiptWords(twin, v, same) {
    const mk = twin.unhex(v.mk);
    for (const [language, list] of Object.entries({ en, id })) {
      same(language, twin.receiptWords(mk, list), v[language]);
      same(`${language} read`, twin.parseReceipt(v[language], [id, en]).mk, v.mk);
    }
  },

  receipt(twin, v, same) {
    const mk = twin.unhex(v.mk);
    const keys = twin.receiptKeys(mk);
    same('words', twin.receiptWords(mk, en), v.words);
    same('digits', twin.receiptDigits(mk), v.digits);
    for (const form of [v.words, v.digits]) {
      same(form, twin.parseReceipt(form, [id, en]).mk, v.mk);
      same(form, twin.parseReceipt(form, [id, en]).fits, true);
    }
    same('lookup', keys.lookup, v.lookup);
    same('xwing', keys.xwing, v.xwing);
    same('xwing public', twin.sha256(keys.xwingPublic), v.xwingPublicSha256);
    same('sign', keys.sign, v.sign);
    same('ed25519 public', keys.signPublic, v.ed25519Public);
    if (v.greeting) same('greeting', twin.greeting(mk).join(' '), [v.greeting].flat().join(' '));
  },

  async payload(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    for (const { length, sha256 } of v.cases) {
      const plaintext = Uint8Array.from({ length }, (_, i) => 7 * i + 3);
      const blob = await drawing(twin.unhex(v.salt), () => twin.seal(context, twin.unhex(v.dek), plaintext));
      same(`${length}`, twin.sha256(blob), sha256);
      same(`${length} commitment`, twin.commitmentOf(blob), v.commitment);
      same(`${length} opened`, await twin.open(context, twin.unhex(v.dek), blob), twin.hex(plaintext));
    }
  },

  async stanza(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    const seed = twin.unhex(v.recipientSeed);
    const publicKey = twin.publicKeyOf(seed);
    const commitment = twin.unhex(v.commitment);
    same('public key', twin.sha256(publicKey), v.recipientPublicSha256);
    same('key id', twin.keyId(publicKey), v.keyId);
    const dek = twin.unhex(v.dek);
    const blob = await drawing(twin.unhex(v.salt), () => twin.seal(context, dek, twin.unhex(v.plaintext)));
    same('ciphertext', blob, v.ciphertext);
    const stanza = await twin.sealStanza(publicKey, context, commitment, dek, twin.unhex(v.encapsulationSeed));
    const { enc, ct } = twin.decodeStanza(stanza);
    same('enc', enc, v.enc);
    same('wrapped', ct, v.wrapped);
    same('stanza', twin.sha256(stanza), v.stanzaSha256);
    same('opened', await twin.openStanza(seed, context, commitment, stanza), v.dek);
  },

  shareCommit(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    same(`${v.index}`, twin.shareCommit(context, v.index, v.m, v.n, twin.unhex(v.share)), v.commit);
  },

  shamir(twin, v, same) {
    const shares = Object.entries(v.shares).map(([index, share]) => [Number(index), twin.unhex(share)]);
    for (const [index, share] of shares) {
      same(`share ${index}`, twin.shareAt(index, twin.unhex(v.secret), [twin.unhex(v.coefficient1)]), twin.hex(share));
    }
    for (const two of [[0, 1], [0, 2], [1, 2]]) {
      same(`from ${two}`, twin.interpolate(two.map(i => shares[i]), 0), v.secret);
    }
  },

  merkle(twin, v, same) {
    const leaves = Array.from({ length: 1000 }, (_, i) => twin.leafHash(twin.ascii(`leaf-${i}`)));
    same('root', twin.rootOf(leaves), v.root);
  },
};
