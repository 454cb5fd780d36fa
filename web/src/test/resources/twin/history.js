// Judges what a log says of itself, as a person's browser does.

/** The index that a proof shows, or the reason why it shows none. */
export function judge(twin, { proof, policy, subject }) {
  try {
    const rules = twin.parsePolicy(twin.unhex(policy));
    return twin.provenLeaf(twin.unhex(proof), rules, twin.unhex(subject)).index;
  } catch (failure) {
    return failure.reason ?? String(failure);
  }
}

/** What an origin line says. */
export function origin(twin, line) {
  const { log, generation } = twin.parseOrigin(line);
  return `${log} ${generation}`;
}

/** The paths of inclusion that do not hold, and those that hold although something in them was changed. */
export function inclusions(twin, cases) {
  return cases.filter(({ leaf, index, size, path, root }) => {
    const [hashes, own, top] = [path.map(twin.unhex), twin.unhex(leaf), twin.unhex(root)];
    const bent = hashes.map((hash, i) => (i === 0 ? hash.map(byte => byte ^ 1) : hash));
    const false_ = [
      twin.includes(own, index + 1, size, hashes, top),
      twin.includes(own, index, size, [...hashes, top], top),
      twin.includes(own, size, size, hashes, top),
      hashes.length > 0 && twin.includes(own, index, size, bent, top),
      hashes.length > 0 && twin.includes(own, index, size, hashes.slice(1), top),
      twin.includes(top.map(byte => byte ^ 1), index, size, hashes, top),
    ];
    return !twin.includes(own, index, size, hashes, top) || false_.some(Boolean);
  }).length;
}

/** The same for proofs that one tree begins another. */
export function consistencies(twin, cases) {
  return cases.filter(({ first, firstRoot, second, secondRoot, path }) => {
    const [hashes, early, late] = [path.map(twin.unhex), twin.unhex(firstRoot), twin.unhex(secondRoot)];
    const bent = hashes.map((hash, i) => (i === 0 ? hash.map(byte => byte ^ 1) : hash));
    const other = early.map(byte => byte ^ 1);
    const false_ = [
      first > 0 && twin.extendsTree(first, other, second, late, hashes),
      first > 0 && twin.extendsTree(first, early, second, other, hashes),
      twin.extendsTree(first, early, second, late, [...hashes, late]),
      hashes.length > 0 && twin.extendsTree(first, early, second, late, bent),
      twin.extendsTree(second + 1, early, second, late, hashes),
    ];
    return !twin.extendsTree(first, early, second, late, hashes) || false_.some(Boolean);
  }).length;
}

/** Whether a promise of 2,520 bytes is the log's. */
export function promise(twin, { promise: bytes, ed25519, mldsa44 }) {
  const from = new twin.Reader(twin.unhex(bytes));
  const read = { leaf: from.take(32), hourDue: from.u32(), ed25519: from.take(64), mldsa44: from.take(2420) };
  from.end();
  return twin.promised(read, { ed25519: twin.unhex(ed25519), mldsa44: twin.unhex(mldsa44) });
}
