// What must hold whatever a sender, a server or a thief does; each claim throws where it does not.
import { words as en } from '/static/js/words-en.js';
import { words as id } from '/static/js/words-id.js';

const ID = byte => new Uint8Array(16).fill(byte);
const KEY = byte => new Uint8Array(32).fill(byte);
const LISTS = [id, en];

/** Numbers that look random and are the same in every run. */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const bytes = (roll, size) => Uint8Array.from({ length: size }, () => roll());

const context = (kind, seq = 0) => ({
  kind,
  tenant: ID(0x11),
  scope: ID(0x22),
  aggregate: ID(0x33),
  item: ID(0x44),
  epoch: 1,
  seq,
});

function must(holds, what) {
  if (!holds) throw new Error(what);
}

/** The work must fail with exactly this failure: its class, and its message or reason. */
async function refused(twin, name, work, what) {
  let failure;
  try {
    await work();
  } catch (thrown) {
    failure = thrown;
  }
  const message = failure instanceof twin.Refused ? failure.reason : failure?.name;
  must(message === name, `${what}: ${message ?? 'accepted'} instead of ${name}`);
  if (failure.name === 'OpenFailed') must(failure.message === 'cannot be opened', `${what}: another message`);
}

const changed = (array, at, by = 1) => array.map((byte, i) => (i === at ? byte ^ by : byte));

export const claims = {
  async 'a context with one changed byte opens neither text, stanza nor share'(twin) {
    const [seed, dek, request] = [KEY(7), KEY(8), ID(9)];
    const place = context(twin.Kind.MSG_TO_REPORTER);
    const blob = await twin.seal(place, dek, twin.ascii('halo'));
    const commitment = twin.commitmentOf(blob);
    const stanza = await twin.sealStanza(twin.publicKeyOf(seed), place, commitment, dek);
    const release = await twin.sealRelease(twin.publicKeyOf(seed), place, request, commitment, dek);
    const encoded = twin.encodeContext(place);
    for (let at = 0; at < 81; at++) {
      const open = (how, by) => async () => how(twin.decodeContext(changed(encoded, at, by)));
      const by = at === 8 ? 1 : 0x80;
      const opened = async work => {
        try {
          return await work();
        } catch (failure) {
          if (failure instanceof RangeError) throw new twin.OpenFailed();
          throw failure;
        }
      };
      await refused(twin, 'OpenFailed', () => opened(open(other => twin.open(other, dek, blob), by)), `text, byte ${at}`);
      await refused(twin, 'OpenFailed', () => opened(open(other => twin.openStanza(seed, other, commitment, stanza), by)), `stanza, byte ${at}`);
      await refused(twin, 'OpenFailed', () => opened(open(other => twin.openRelease(seed, other, request, commitment, release), by)), `share, byte ${at}`);
    }
  },

  async 'a blob with one changed byte never opens'(twin) {
    const dek = KEY(8);
    const place = context(twin.Kind.ATTACHMENT);
    const blob = await twin.seal(place, dek, new Uint8Array(20000).fill(5));
    const roll = dice(1);
    const places = [0, 23, 24, 55, 56, blob.length - 1, ...Array.from({ length: 100 }, () => roll() % blob.length)];
    for (const at of places) await refused(twin, 'OpenFailed', () => twin.open(place, dek, changed(blob, at)), `byte ${at}`);
  },

  async 'chunks that are cut, doubled, swapped, dropped or added open nothing'(twin) {
    const dek = KEY(8);
    const place = context(twin.Kind.ATTACHMENT);
    const blob = await twin.seal(place, dek, Uint8Array.from({ length: 3 * 16384 + 100 }, (_, i) => i));
    const [head, size] = [56, 16400];
    const chunk = i => blob.subarray(head + i * size, Math.min(head + (i + 1) * size, blob.length));
    const joined = (...chunks) => twin.concat(blob.subarray(0, head), ...chunks);
    const broken = {
      'without the short chunk': joined(chunk(0), chunk(1), chunk(2)),
      'the short chunk alone': joined(chunk(3)),
      swapped: joined(chunk(1), chunk(0), chunk(2), chunk(3)),
      doubled: joined(chunk(0), chunk(0), chunk(1), chunk(2), chunk(3)),
      dropped: joined(chunk(0), chunk(2), chunk(3)),
      'the short chunk twice': joined(chunk(0), chunk(1), chunk(2), chunk(3), chunk(3)),
      'sixteen more bytes': twin.concat(blob, new Uint8Array(16)),
      'no chunk at all': joined(),
    };
    for (let i = 0; i < 4; i++) broken[`cut in chunk ${i}`] = blob.slice(0, head + i * size + 20);
    for (let cut = 0; cut < head; cut += 8) broken[`cut at ${cut}`] = blob.slice(0, cut);
    for (const [what, bad] of Object.entries(broken)) await refused(twin, 'OpenFailed', () => twin.open(place, dek, bad), what);
    must((await twin.open(place, dek, new Blob([blob]))).length === 3 * 16384 + 100, 'the whole blob opens');
  },

  async 'one ciphertext that fits two keys opens under the committed one alone'(twin) {
    const { twoKeys } = await import('/twin/twokeys.js');
    const place = context(twin.Kind.ATTACHMENT);
    const [one, other] = [KEY(1), KEY(2)];
    const { blob, plain } = await twoKeys(twin, place, one, other);
    for (const dek of [one, other]) must((await plain(dek)).length > 0, 'the pair was not made');
    await twin.open(place, one, blob);
    await refused(twin, 'OpenFailed', () => twin.open(place, other, blob), 'the other key');
  },

  async 'a public key that is none gets no stanza'(twin) {
    const place = context(twin.Kind.MSG_TO_REPORTER);
    const good = twin.publicKeyOf(KEY(7));
    const bad = {
      zero: new Uint8Array(1216),
      'zero X25519 half': twin.concat(good.slice(0, 1184), new Uint8Array(32)),
      'low-order X25519 half': twin.concat(good.slice(0, 1184), twin.unhex('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800')),
      'coefficients past the modulus': twin.concat(new Uint8Array(1152).fill(255), good.slice(1152)),
      short: good.slice(0, 1215),
      long: twin.concat(good, new Uint8Array(1)),
    };
    for (const [what, key] of Object.entries(bad)) {
      await refused(twin, 'BadKey', () => twin.sealStanza(key, place, KEY(1), KEY(2)), what);
    }
  },

  async 'a stanza that is short, foreign, changed or of an unknown suite does not open'(twin) {
    const place = context(twin.Kind.MSG_TO_REPORTER);
    const stanza = await twin.sealStanza(twin.publicKeyOf(KEY(7)), place, KEY(1), KEY(2));
    for (const at of [0, 1, 2, 17, 18, 1137, 1138, 1185]) {
      await refused(twin, 'OpenFailed', () => twin.openStanza(KEY(7), place, KEY(1), changed(stanza, at)), `byte ${at}`);
    }
    await refused(twin, 'OpenFailed', () => twin.openStanza(KEY(7), place, KEY(1), stanza.slice(0, 1185)), 'short');
    await refused(twin, 'OpenFailed', () => twin.openStanza(KEY(6), place, KEY(1), stanza), 'foreign');
    await refused(twin, 'OpenFailed', () => twin.openStanza(KEY(7), place, KEY(3), stanza), 'other commitment');
  },

  async 'one share tells nothing about the key'(twin) {
    const roll = dice(7);
    for (const secret of [KEY(0), KEY(0xff)]) {
      const counts = new Uint32Array(256);
      for (let i = 0; i < 100000; i++) counts[twin.shareAt(1, secret.subarray(0, 1), [bytes(roll, 1)])[0]]++;
      const chi = counts.reduce((sum, count) => sum + (count - 390.625) ** 2 / 390.625, 0);
      must(chi < 340, `chi-square ${chi} with 255 degrees of freedom`);
    }
  },

  async 'any M of N shares give the same key, and a wrong one is named'(twin) {
    const place = context(twin.Kind.IDENTITY);
    const [m, dek, seeds] = [3, KEY(0x5a), [1, 2, 3, 4, 5].map(KEY)];
    const { commits, stanzas } = await twin.deal(place, dek, KEY(9), m, seeds.map(twin.publicKeyOf));
    const shares = await Promise.all(stanzas.map(async (stanza, i) => [i + 1, await twin.openStanza(seeds[i], place, commits[i], stanza)]));
    let subsets = 0;
    for (let a = 0; a < 5; a++)
      for (let b = a + 1; b < 5; b++)
        for (let c = b + 1; c < 5; c++, subsets++)
          must(twin.same(twin.combine(place, m, commits, [shares[c], shares[a], shares[b]]), dek), `${a} ${b} ${c}`);
    must(subsets === 10, 'all subsets');
    const [one, two, three] = shares;
    const wrong = (reason, ...given) => refused(twin, reason, () => twin.combine(place, m, commits, given), reason);
    await wrong('TOO_FEW_SHARES', one, two);
    await wrong('DUPLICATE_INDEX', one, two, two);
    await wrong('BAD_INDEX', one, two, [0, three[1]]);
    await wrong('BAD_INDEX', one, two, [6, three[1]]);
    await wrong('WRONG_SHARE', one, two, [3, changed(three[1], 31)]);
    await wrong('WRONG_SHARE', one, two, [4, three[1]]);
    const elsewhere = { ...place, item: ID(0x45) };
    await refused(twin, 'WRONG_SHARE', () => twin.combine(elsewhere, m, commits, [one, two, three]), 'another item');
  },

  async 'a dealer who cheats is refused whoever opens, and convicted by the seed'(twin) {
    const place = context(twin.Kind.IDENTITY);
    const [m, dek, seeds] = [2, KEY(0x5a), [1, 2, 3].map(KEY)];
    const keys = seeds.map(twin.publicKeyOf);
    const { commits, stanzas } = await twin.deal(place, dek, KEY(9), m, keys);
    const shares = await Promise.all(stanzas.map(async (stanza, i) => [i + 1, await twin.openStanza(seeds[i], place, commits[i], stanza)]));
    const header = { context: place, m, shareCommits: commits, stanzasSha256: twin.stanzasDigest(stanzas) };
    must(await twin.dealtAsNamed(header, dek, KEY(9), keys), 'an honest dealer');
    must(!(await twin.dealtAsNamed(header, dek, KEY(8), keys)), 'another seed');
    const off = changed(shares[2][1], 0);
    const cheating = [commits[0], commits[1], twin.shareCommit(place, 3, m, 3, off)];
    const dealt = [shares[0], shares[1], [3, off]];
    for (const [a, b] of [[0, 1], [0, 2], [1, 2]]) {
      await refused(twin, 'INCONSISTENT', () => twin.combine(place, m, cheating, [dealt[a], dealt[b]]), `${a} ${b}`);
    }
    must(!(await twin.dealtAsNamed({ ...header, shareCommits: cheating }, dek, KEY(9), keys)), 'the cheat');
  },

  async 'both forms of a receipt mean the same and a typing mistake is found'(twin) {
    const roll = dice(13);
    let [missed, tried] = [0, 0];
    for (let i = 0; i < 20; i++) {
      const mk = bytes(roll, 16);
      const own = LISTS[i % 2];
      const [words, digits] = [twin.receiptWords(mk, own), twin.receiptDigits(mk)];
      for (const form of [words, digits, words.toUpperCase(), digits.replaceAll(' ', '')]) {
        must(twin.same(twin.parseReceipt(`  ${form}\n`, LISTS).mk, mk) && twin.parseReceipt(form, LISTS).fits, form);
      }
      for (let at = 0; at < 12; at++) {
        const list = words.split(' ');
        do list[at] = own[roll() % 2048];
        while (list.join(' ') === words);
        tried++;
        if (twin.parseReceipt(list.join(' '), LISTS).fits) missed++;
      }
      for (let at = 0; at < digits.length; at++) {
        if (digits[at] === ' ') continue;
        const typo = digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
        const read = twin.parseReceipt(typo, LISTS);
        must(!twin.same(read.mk, mk) && twin.greeting(read.mk).every(word => typeof word === 'string'), typo);
      }
    }
    must(missed / tried <= 1 / 8, `${missed} of ${tried} missed`);
    for (const nonsense of ['', 'abc', '9'.repeat(40), '1'.repeat(39), 'abandon '.repeat(11), 'abadi '.repeat(13), 'x '.repeat(12)]) {
      must(!twin.parseReceipt(nonsense, LISTS).fits && twin.greeting(twin.parseReceipt(nonsense, LISTS).mk).length === 2, nonsense);
    }
  },

  async 'parameters below the floor are refused before the passphrase is touched'(twin) {
    const strong = { salt: ID(1), memoryKiB: 65536, iterations: 3, parallelism: 1 };
    twin.acceptParameters(strong);
    const weak = [
      { memoryKiB: 19 * 1024 - 1 },
      { iterations: 1 },
      { parallelism: 0 },
      { salt: new Uint8Array(15) },
      { memoryKiB: '65536' },
      { memoryKiB: 1 << 30 },
      { iterations: NaN },
    ];
    for (const change of weak) {
      await refused(twin, 'WEAK_PARAMETERS', () => twin.stretch('x', { ...strong, ...change }), JSON.stringify(change));
    }
  },

  async 'a padded text has one right padding'(twin) {
    const { MSG_TO_REPORTER: kind, ATTACHMENT: file } = twin.Kind;
    for (const length of [0, 1, 6142, 6143]) must(twin.unpad(kind, twin.pad(kind, new Uint8Array(length))).length === length, `${length}`);
    await refused(twin, 'RangeError', async () => twin.pad(kind, new Uint8Array(6144)), 'too long');
    await refused(twin, 'OpenFailed', async () => twin.unpad(kind, new Uint8Array(6144)), 'no mark');
    await refused(twin, 'OpenFailed', async () => twin.unpad(kind, new Uint8Array(6143).fill(0x80)), 'no bucket');
    const sizes = { 0: 65536, 65535: 65536, 65536: 131072, 16777215: 16777216, 16777216: 25165824 };
    for (const [length, size] of Object.entries(sizes)) must(twin.bucket(file, Number(length)) === size, length);
    const roll = dice(3);
    const data = twin.concat(bytes(roll, 5000), new Uint8Array(30000), twin.unhex('80'), new Uint8Array(100));
    const padded = twin.pad(file, data);
    async function* pieces() {
      for (let at = 0; at < padded.length; ) yield padded.subarray(at, (at += 1 + (roll() % 9000)));
    }
    const out = [];
    for await (const piece of twin.unpadded(file, pieces())) out.push(piece);
    must(twin.same(twin.concat(...out), data), 'streamed');
  },
};
