import { words as en } from '/static/js/words-en.js';

// Recomputes the vectors of every hashed structure. What only a server or a later page needs is written out here from
// the format's description, so that it is a second implementation and not a second use of the first.

const zero = new Uint8Array(16);

/** HKDF-SHA256 by the browser itself. */
async function hkdf(twin, secret, salt, info, size = 32) {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: twin.ascii(salt), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, size * 8));
}

const rowKey = (twin, parent, rowId) =>
  hkdf(twin, parent, 'kulkul/v1/vault', twin.concat(twin.ascii('kulkul/v1/row'), twin.u8(0), rowId));

const signed = (twin, label, ...parts) => twin.concat(twin.ascii(label), twin.u8(0), ...parts);

export const structures = drawing => ({
  greeting(twin, v, same) {
    const mk = twin.unhex(v.mk);
    same('digits', twin.receiptDigits(mk), v.digits);
    same('words', twin.receiptWords(mk, en), v.words);
    same('greeting', twin.greeting(mk).join(', '), v.greeting);
  },

  context(twin, v, same) {
    const ids = Object.fromEntries(['tenant', 'scope', 'aggregate', 'item'].map(id => [id, twin.unhex(v[id])]));
    same('encoded', twin.encodeContext({ ...v, ...ids }), v.encoded);
    same('seq', twin.decodeContext(twin.unhex(v.encoded)).seq, v.seq);
  },

  itemHeader(twin, v, same) {
    const bytes = Object.fromEntries(
      ['manifestDigest', 'ctSha256', 'commitment', 'stanzasSha256'].map(field => [field, twin.unhex(v[field])]),
    );
    const shareCommits = v.shareCommits.map(twin.unhex);
    const header = { ...v, ...bytes, context: twin.decodeContext(twin.unhex(v.context)), wrap: v.wrapSuite, shareCommits };
    same('encoded', twin.encodeHeader(header), v.encoded);
    same('itemDigest', twin.itemDigest(twin.unhex(v.encoded)), v.itemDigest);
    same('decoded', twin.encodeHeader(twin.decodeHeader(twin.unhex(v.encoded))), v.encoded);
  },

  async stanzaOrder(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    const stanzas = [];
    for (const { seed, encapsulationSeed } of v.recipients) {
      const key = twin.publicKeyOf(twin.unhex(seed));
      stanzas.push(await twin.sealStanza(key, context, twin.unhex(v.commitment), twin.unhex(v.dek), twin.unhex(encapsulationSeed)));
    }
    stanzas.sort((one, other) => twin.order(twin.decodeStanza(one).id, twin.decodeStanza(other).id));
    same('keyIds', stanzas.map(one => twin.hex(twin.decodeStanza(one).id)).join(), v.keyIds.join());
    same('stanzasSha256', twin.stanzasDigest(stanzas), v.stanzasSha256);
    const keys = v.recipients.map(({ seed }) => twin.publicKeyOf(twin.unhex(seed)));
    const own = await twin.sealToAll(keys, context, twin.unhex(v.commitment), twin.unhex(v.dek));
    same('own order', own.map(one => twin.hex(twin.decodeStanza(one).id)).join(), v.keyIds.join());
  },

  padding(twin, v, same) {
    const unpadded = [8, 9, 10].includes(v.kind);
    same(`kind ${v.kind} length ${v.length}`, unpadded ? v.length : twin.bucket(v.kind, v.length), v.padded);
  },

  async inner(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    const [digest, seed] = [twin.unhex(v.manifestDigest), twin.unhex(v.signerSeed)];
    const draft = { prev: twin.unhex(v.prev), seen: twin.unhex(v.seen), type: v.type, body: twin.unhex(v.body) };
    const plaintext = twin.encodeInner(context, digest, seed, draft);
    same('plaintext', plaintext, v.plaintext);
    const inner = twin.decodeInner(plaintext);
    same('signer', inner.signer, v.signer);
    same('verifies', twin.verifyInner(inner, context, digest, twin.unhex(v.ed25519Public)), true);
    const padded = twin.pad(context.kind, plaintext);
    const blob = await drawing(twin.unhex(v.salt), () => twin.seal(context, twin.unhex(v.dek), padded));
    same('blobLength', blob.length, v.blobLength);
    same('blobSha256', twin.sha256(blob), v.blobSha256);
  },

  submitSignature(twin, v, same) {
    const seed = twin.unhex(v.senderSeed);
    same('ed25519Public', twin.ed25519.getPublicKey(seed), v.ed25519Public);
    same('signature', twin.signSubmission(seed, twin.unhex(v.subject)), v.signature);
  },

  subject(twin, v, same) {
    same('subject', v.headers.length === 0 ? new Uint8Array(32) : twin.subject(v.headers.map(twin.unhex)), v.subject);
  },

  manifest(twin, v, same) {
    const made = v.members.map(one => {
      const xwing = twin.publicKeyOf(twin.unhex(one.xwingSeed));
      const ed25519 = twin.ed25519.getPublicKey(twin.unhex(one.ed25519Seed));
      return { person: twin.unhex(one.person), role: one.role, xwing, ed25519, id: twin.keyId(xwing) };
    });
    made.sort((one, other) => one.role - other.role || twin.order(one.id, other.id));
    made.forEach((member, i) => (member.groups = parseInt(v.groups[i], 16)));
    const digests = ['tenant', 'scope', 'prev', 'policySha256', 'bundleSha256', 'rulesSha256'];
    const fields = Object.fromEntries(digests.map(field => [field, twin.unhex(v[field])]));
    const encoded = twin.encodeManifest({ ...v, ...fields, members: made });
    same('keyIds', made.map(({ id }) => twin.hex(id)).join(), v.keyIds.join());
    same('encodedSha256', twin.sha256(encoded), v.encodedSha256);
    same('manifestDigest', twin.manifestDigest(encoded), v.manifestDigest);
    same('n', twin.holders(twin.decodeManifest(encoded)).length, v.n);
    const statement = twin.manifestStatement(twin.unhex(v.manifestDigest));
    if (v.memberSignature) {
      const { ed25519Seed, signature } = v.memberSignature;
      same('memberSignature', twin.ed25519.sign(statement, twin.unhex(ed25519Seed)), signature);
    }
    if (v.root) rootOf(twin, v.root, encoded, statement, same);
  },

  async deal(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    const keys = v.memberSeeds.map(seed => twin.publicKeyOf(twin.unhex(seed)));
    const { commits, stanzas } = await twin.deal(context, twin.unhex(v.dek), twin.unhex(v.dealSeed), v.m, keys);
    same('shareCommits', commits.map(twin.hex).join(), v.shareCommits.join());
    same('firstStanza', stanzas[0], v.firstStanza);
    same('stanzasSha256', twin.stanzasDigest(stanzas), v.stanzasSha256);
    const shares = v.shares.map((share, i) => [i + 1, twin.unhex(share)]);
    same('combined', twin.combine(context, v.m, commits, shares.slice(-v.m)), v.dek);
  },

  async shareRelease(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    const share = twin.unhex(v.share);
    const commit = twin.shareCommit(context, v.index, v.m, v.n, share);
    same('shareCommit', commit, v.shareCommit);
    const info = v.request
      ? signed(twin, 'kulkul/v1/release', twin.encodeContext({ ...context, kind: 9 }), twin.unhex(v.request))
      : signed(twin, 'kulkul/v1/bidrelease', twin.unhex(v.context), twin.unhex(v.listSha256), twin.u8(v.index));
    same('info', info, v.info);
    const release = twin.unhex(v.release);
    same('index', release[0], v.index);
    if (!v.request) return;
    const seed = twin.unhex(v.requesterSeed);
    const place = { ...context, kind: twin.Kind.SHARE_RELEASE };
    same('opened', await twin.openRelease(seed, place, twin.unhex(v.request), commit, release.slice(1)), v.share);
  },

  openingList(twin, v, same) {
    const encoded = twin.concat(
      twin.ascii('KULOPEN1'),
      twin.unhex(v.tenant),
      twin.unhex(v.tender),
      twin.u8(v.envelope),
      twin.u64(v.closedSize),
      twin.publicKeyOf(twin.unhex(v.sessionSeed)),
      twin.u16(v.itemDigests.length),
      ...v.itemDigests.map(twin.unhex),
    );
    same('encoded', encoded, v.encoded);
    same('sha256', twin.sha256(encoded), v.sha256);
    const statement = signed(twin, 'kulkul/v1/opening', twin.sha256(encoded));
    same('signature', twin.ed25519.sign(statement, twin.unhex(v.memberSeed)), v.signature);
  },

  bidId(twin, v, same) {
    const digest = twin.labelled('kulkul/v1/bid', twin.unhex(v.tender), twin.unhex(v.supplier), twin.u8(v.attempt));
    same('bidId', digest.slice(0, 16), v.bidId);
  },

  caseId(twin, v, same) {
    const keys = twin.receiptKeys(twin.unhex(v.mk));
    same('reporterKeys', twin.sha256(keys.xwingPublic, keys.signPublic), v.reporterKeys);
    same('caseId', twin.caseId(twin.unhex(v.tenant), keys, twin.unhex(v.nonce)), v.caseId);
  },

  async formReceipt(twin, v, same) {
    const typed = twin.sha256(...v.fields.map(field => twin.sha256(twin.ascii(field))));
    const derived = what =>
      hkdf(twin, twin.unhex(v.secret), 'kulkul/v1/form', twin.concat(twin.ascii(`kulkul/v1/form/${what}`), twin.u8(0), typed), 16);
    same('digits', twin.receiptDigits(await derived('receipt')), v.digits);
    same('nonce', await derived('nonce'), v.nonce);
  },

  async staff(twin, v, same) {
    const [, memory, iterations, parallelism, salt] = /m=(\d+),t=(\d+),p=(\d+)\$(.+)$/.exec(v.stretching);
    const numbers = { memoryKiB: Number(memory), iterations: Number(iterations), parallelism: Number(parallelism) };
    const padded = salt + '='.repeat((4 - (salt.length % 4)) % 4);
    const keys = twin.signInKeys(await twin.stretch(v.passphrase, { ...numbers, salt: twin.unbase64(padded) }));
    same('auth', keys.auth, v.auth);
    same('wrap', keys.wrap, v.wrap);
    same('verifier', twin.labelled('kulkul/v1/authv', keys.auth), v.verifier);
  },

  recoveryKit(twin, v, same) {
    same('words', twin.kitWords(twin.unhex(v.kit), en), v.words);
    same('wrap', twin.recoveryKey(twin.unhex(v.kit)), v.wrap);
  },

  async keyBundle(twin, v, same) {
    const xwing = v.keys.map(({ epoch, xwingSeed }) => ({ epoch, seed: twin.unhex(xwingSeed) }));
    const plaintext = twin.encodeBundle({ sign: twin.unhex(v.ed25519Seed), xwing });
    same('plaintext', plaintext, v.plaintext);
    const contexts = ['bundle', 'wrap'].map(what => twin.decodeContext(twin.unhex(v[`${what}Context`])));
    const [key, under] = [twin.unhex(v.bundleKey), twin.unhex(v.wrapKey)];
    same('sealed', await drawing(twin.unhex(v.bundleSalt), () => twin.sealOwn(contexts[0], key, plaintext)), v.sealed);
    same('wrapped', await drawing(twin.unhex(v.wrapSalt), () => twin.sealOwn(contexts[1], under, key)), v.wrapped);
    const owner = { tenant: contexts[0].tenant, person: contexts[0].aggregate, version: contexts[0].seq };
    const opened = await twin.decodeBundle(await twin.openOwn(owner, key, twin.unhex(v.sealed)));
    same('opened', opened.sign, v.ed25519Seed);
  },

  async rowKey(twin, v, same) {
    same('key', await rowKey(twin, twin.unhex(v.parent), twin.unhex(v.rowId)), v.key);
    same('fingerprint', twin.labelled('kulkul/v1/ckfp', twin.unhex(v.parent)), v.fingerprint);
  },

  async vaultRow(twin, v, same) {
    const context = twin.decodeContext(twin.unhex(v.context));
    const key = await rowKey(twin, twin.unhex(v.parent), context.item);
    same('blob', await drawing(twin.unhex(v.salt), () => twin.seal(context, key, twin.unhex(v.plaintext))), v.blob);
  },

  statement(twin, v, same) {
    const item = v.itemDigest && twin.unhex(v.itemDigest);
    const about = v.request
      ? twin.concat(twin.unhex(v.request), zero)
      : v.addendumSha256
        ? twin.labelled('kulkul/v1/confirm', item, twin.unhex(v.addendumSha256))
        : item;
    same('about', about, v.about);
    const [tenant, aggregate] = [twin.unhex(v.tenant), twin.unhex(v.aggregate)];
    const numbers = [twin.u16(v.eventType), about, twin.u8(v.code), twin.u32(v.hour)];
    const statement = signed(twin, 'kulkul/v1/statement', tenant, aggregate, ...numbers);
    same('signature', twin.ed25519.sign(statement, twin.unhex(v.personSeed)), v.signature);
  },

  async rid(twin, v, same) {
    const how = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', twin.unhex(v.pepper), how, false, ['sign']);
    const message = signed(twin, 'kulkul/v1/rid', twin.unhex(v.tenant), twin.unhex(v.lookup));
    same('rid', new Uint8Array(await crypto.subtle.sign(how, key, message)), v.rid);
  },
});

function rootOf(twin, v, encoded, statement, same) {
  const { secretKey, publicKey } = twin.ml_dsa44.keygen(twin.unhex(v.mldsa44Seed));
  const root = { ed25519: twin.ed25519.getPublicKey(twin.unhex(v.ed25519Seed)), mldsa44: publicKey };
  same('root ed25519Public', root.ed25519, v.ed25519Public);
  same('root mldsa44PublicSha256', twin.sha256(root.mldsa44), v.mldsa44PublicSha256);
  same('root fingerprint', twin.rootFingerprint(root), v.fingerprint);
  const mldsa44 = twin.ml_dsa44.sign(statement, secretKey, { extraEntropy: false });
  same('root mldsa44SignatureSha256', twin.sha256(mldsa44), v.mldsa44SignatureSha256);
  const signatures = { ed25519: twin.unhex(v.ed25519Signature), mldsa44 };
  twin.rootedManifest(encoded, signatures, root, twin.unhex(v.fingerprint));
}
