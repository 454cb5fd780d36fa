// The vectors of the transparency logs, from a second writing of each structure.

const bytesOf = (twin, list) => list.map(twin.unhex);
const base64 = bytes => btoa(String.fromCharCode(...bytes));

/** Both keys of a log, and the lines that they sign. */
function log(twin, v) {
  const { secretKey, publicKey } = twin.ml_dsa44.keygen(twin.unhex(v.mldsa44Seed));
  const ed25519Seed = twin.unhex(v.ed25519Seed);
  const keys = { ed25519: twin.ed25519.getPublicKey(ed25519Seed), mldsa44: publicKey };
  const id = (type, key) => twin.sha256(twin.ascii(`${v.origin}\n`), twin.u8(type), key).slice(0, 4);
  const ids = { ed25519: id(1, keys.ed25519), mldsa44: id(6, keys.mldsa44) };
  const sign = {
    ed25519: message => twin.ed25519.sign(message, ed25519Seed),
    mldsa44: message => twin.ml_dsa44.sign(message, secretKey, { extraEntropy: false }),
  };
  return { keys, ids, sign };
}

function policyOf(twin, v) {
  const { keys, ids } = log(twin, v);
  const line = (id, type, key) => `log ${v.origin}+${twin.hex(id)}+${base64(twin.concat(twin.u8(type), key))}\n`;
  return `${line(ids.ed25519, 1, keys.ed25519)}${line(ids.mldsa44, 6, keys.mldsa44)}quorum none\n`;
}

/** The lines of the lists in force, signed by the post-quantum key, whose C2SP statement leaves them out. */
function namesOf(twin, sign, tree, lists) {
  const lines = Object.keys(lists).sort().map(channel => `list ${channel} ${lists[channel]}\n`).join('');
  if (lines === '') return '';
  const message = twin.ascii(`kulkul/v1/lists-in-force\0${tree}${lines}`);
  return `${lines}mldsa44 ${base64(sign.mldsa44(message))}\n`;
}

function noteOf(twin, v, size, root) {
  const { ids, sign } = log(twin, v);
  const tree = `${v.origin}\n${size}\n${base64(root)}\n`;
  const text = `${tree}${namesOf(twin, sign, tree, v.lists ?? {})}`;
  const name = twin.concat(twin.u8(v.origin.length), twin.ascii(v.origin));
  const statement = [twin.ascii('subtree/v1\n\0'), name, twin.u64(v.time), name, twin.u64(0), twin.u64(size), root];
  const first = twin.concat(ids.ed25519, sign.ed25519(twin.ascii(text)));
  const second = twin.concat(ids.mldsa44, twin.u64(v.time), sign.mldsa44(twin.concat(...statement)));
  return `${text}\n\u2014 ${v.origin} ${base64(first)}\n\u2014 ${v.origin} ${base64(second)}\n`;
}

export const logs = {
  eventMeta(twin, v, same) {
    const meta = { ...v, aggregateType: v.aggType };
    for (const id of ['eventId', 'aggregate', 'actor']) meta[id] = twin.unhex(v[id]);
    const payload = twin.unhex(v.payload);
    same('payloadSha256', twin.payloadDigest(meta, payload), v.payloadSha256);
    same(
      'encoded',
      twin.concat(
        meta.eventId,
        twin.u8(v.aggType),
        meta.aggregate,
        twin.u64(v.sequence),
        twin.u16(v.eventType),
        twin.u16(v.revision),
        meta.actor,
        twin.u64(v.timeMillis),
      ),
      v.encoded,
    );
  },

  logLeaf(twin, v, same) {
    const leaf = { ...v, aggregateType: v.aggType };
    for (const name of ['tenant', 'aggregate', 'salt', 'payloadSha256', 'subject']) leaf[name] = twin.unhex(v[name]);
    same('encoded', twin.encodeLeaf(leaf), v.encoded);
    same('read again', twin.encodeLeaf(twin.decodeLeaf(twin.unhex(v.encoded))), v.encoded);
    same('leafHash', twin.leafHash(twin.unhex(v.encoded)), v.leafHash);
  },

  paddingLeaf(twin, v, same) {
    same(`${v.i}`, twin.paddingLeaf(twin.unhex(v.padSeed), v.i), v.leafHash);
  },

  inclusion(twin, v, same) {
    const [leaves, path] = [bytesOf(twin, v.leafHashes), bytesOf(twin, v.path)];
    same('root', twin.rootOf(leaves), v.root);
    same(`${v.index}`, twin.includes(leaves[v.index], v.index, leaves.length, path, twin.unhex(v.root)), true);
  },

  consistency(twin, v, same) {
    const [leaves, proof] = [bytesOf(twin, v.leafHashes), bytesOf(twin, v.proof)];
    same('first', twin.rootOf(leaves.slice(0, v.first)), v.firstRoot);
    same('second', twin.rootOf(leaves), v.secondRoot);
    const roots = [twin.unhex(v.firstRoot), twin.unhex(v.secondRoot)];
    same(`${v.first}`, twin.extendsTree(v.first, roots[0], leaves.length, roots[1], proof), true);
  },

  checkpoint(twin, v, same) {
    same('policy', policyOf(twin, v), v.policy);
    same('policySha256', twin.sha256(twin.ascii(v.policy)), v.policySha256);
    same('note', noteOf(twin, v, v.size, twin.unhex(v.root)), v.note);
    const read = twin.parseCheckpoint(v.note);
    twin.acceptCheckpoint(read, twin.parsePolicy(twin.ascii(v.policy)));
    same('lists', JSON.stringify(Object.fromEntries(read.lists)), JSON.stringify(v.lists ?? {}));
  },

  promise(twin, v, same) {
    const { sign } = log(twin, v);
    const due = twin.concat(twin.unhex(v.leafHash), twin.u32(v.hourDue));
    const message = twin.concat(twin.ascii('kulkul/v1/promise'), twin.u8(0), due);
    same('promise', twin.concat(due, sign.ed25519(message), sign.mldsa44(message)), v.promise);
  },

  tlogProof(twin, v, same) {
    const leaves = bytesOf(twin, v.leafHashes);
    const proof = twin.parseProof(new TextEncoder().encode(v.proof));
    const { leaf, index } = twin.provenLeaf(
      new TextEncoder().encode(v.proof),
      twin.parsePolicy(twin.ascii(policyOf(twin, v))),
      twin.unhex(v.leaf).slice(-32),
    );
    same('leaf', twin.encodeLeaf(leaf), v.leaf);
    same('index', index, v.index);
    same('root', proof.checkpoint.root, twin.hex(twin.rootOf(leaves)));
    const note = noteOf(twin, v, leaves.length, proof.checkpoint.root);
    same('checkpoint', v.proof.slice(v.proof.indexOf('\n\n') + 2), note);
  },
};
