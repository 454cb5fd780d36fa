/** A report whose every reader but one gets the right data key. */
export async function wrongKey(twin, { context, manifest, sign, body, members, cheated }) {
  const place = twin.decodeContext(twin.unhex(context));
  const manifestDigest = twin.unhex(manifest);
  const zero = new Uint8Array(32);
  const draft = { prev: zero, seen: zero, type: twin.Type.REPORT, body: twin.ascii(body) };
  const dek = twin.random(32);
  const inner = twin.encodeInner(place, manifestDigest, twin.unhex(sign), draft);
  const blob = await twin.seal(place, dek, twin.pad(place.kind, inner));
  const commitment = twin.commitmentOf(blob);
  const stanzas = [];
  for (const key of members) {
    stanzas.push(await twin.sealStanza(twin.unhex(key), place, commitment, key === cheated ? twin.random(32) : dek));
  }
  const header = twin.encodeHeader({
    context: place,
    wrap: twin.Wrap.DIRECT,
    manifestDigest,
    group: 0,
    ctLen: blob.length,
    ctSha256: twin.sha256(blob),
    commitment,
    m: 0,
    shareCommits: [],
    stanzaCount: stanzas.length,
    stanzasSha256: twin.stanzasDigest(stanzas),
    origin: 0,
  });
  return { header: twin.hex(header), stanzas: twin.hex(twin.concat(...stanzas)), blob: twin.hex(blob) };
}
