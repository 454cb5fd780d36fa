// The browser's half of sealing in one language and opening in the other; bytes travel as hex.

/** Opens what Java sealed; gives the body of each, in turn. */
export async function opened(twin, cases) {
  const bodies = [];
  for (const one of cases) bodies.push(twin.hex(await (one.shares ? openedTogether : openedAlone)(twin, one)));
  return bodies;
}

async function openedAlone(twin, { header, stanza, blob, seed, sender }) {
  const read = twin.decodeHeader(twin.unhex(header));
  const sealed = twin.unhex(blob);
  if (!twin.namesBlob(read, sealed)) throw new Error('another blob');
  const dek = await twin.openStanza(twin.unhex(seed), read.context, read.commitment, twin.unhex(stanza));
  return content(twin, read, dek, sealed, sender);
}

async function openedTogether(twin, { header, blob, shares, members, sender }) {
  const read = twin.decodeHeader(twin.unhex(header));
  const held = await Promise.all(shares.map(async ({ index, stanza, seed }) => {
    const commit = read.shareCommits[index - 1];
    return [index, await twin.openStanza(twin.unhex(seed), read.context, commit, twin.unhex(stanza))];
  }));
  const dek = twin.combine(read.context, read.m, read.shareCommits, held);
  const body = await content(twin, read, dek, twin.unhex(blob), sender);
  if (!(await twin.dealtAsNamed(read, dek, body.slice(0, 32), members.map(twin.unhex)))) throw new Error('dealt otherwise');
  return body.slice(32);
}

async function content(twin, header, dek, blob, sender) {
  const plain = twin.unpad(header.context.kind, await twin.open(header.context, dek, blob));
  if (header.context.kind === twin.Kind.ATTACHMENT) return plain;
  const inner = twin.decodeInner(plain);
  if (!twin.verifyInner(inner, header.context, header.manifestDigest, twin.unhex(sender))) throw new Error('forged');
  return inner.body;
}

/** Seals what Java will open: header, stanzas and blob of each, in turn. */
export async function sealed(twin, cases) {
  const items = [];
  for (const one of cases) items.push(await seal(twin, one));
  return items;
}

async function seal(twin, { context, body, sign, manifest, group, members, m }) {
  const place = twin.decodeContext(twin.unhex(context));
  const manifestDigest = twin.unhex(manifest);
  const dealSeed = twin.random(32);
  const zero = new Uint8Array(32);
  const types = { [twin.Kind.REPORT_BODY]: 1, [twin.Kind.IDENTITY]: 3 };
  const text = m > 0 ? twin.concat(dealSeed, twin.unhex(body)) : twin.unhex(body);
  const draft = { prev: zero, seen: zero, type: types[place.kind] ?? 2, body: text };
  const plain =
    place.kind === twin.Kind.ATTACHMENT ? text : twin.encodeInner(place, manifestDigest, twin.unhex(sign), draft);
  const dek = twin.random(32);
  const blob = await twin.seal(place, dek, twin.pad(place.kind, plain));
  const commitment = twin.commitmentOf(blob);
  const keys = members.map(twin.unhex);
  const dealt = m > 0 ? await twin.deal(place, dek, dealSeed, m, keys) : { commits: [] };
  const stanzas = dealt.stanzas ?? (await twin.sealToAll(keys, place, commitment, dek));
  const header = twin.encodeHeader({
    context: place,
    wrap: m > 0 ? twin.Wrap.THRESHOLD : twin.Wrap.DIRECT,
    manifestDigest,
    group: m > 0 ? twin.ALL_HOLDERS : group,
    ctLen: blob.length,
    ctSha256: twin.sha256(blob),
    commitment,
    m,
    shareCommits: dealt.commits,
    stanzaCount: stanzas.length,
    stanzasSha256: twin.stanzasDigest(stanzas),
    origin: 0,
  });
  return { header: twin.hex(header), stanzas: twin.hex(twin.concat(...stanzas)), blob: twin.hex(blob) };
}
