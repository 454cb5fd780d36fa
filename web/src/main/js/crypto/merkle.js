// The tree of RFC 9162: hashes of leaves and nodes, proofs of inclusion and of consistency.
import { same, sha256, u8 } from './bytes.js';

export const leafHash = leaf => sha256(u8(0), leaf);
export const nodeHash = (left, right) => sha256(u8(1), left, right);

/** The root over leaf hashes. */
export function rootOf(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/** Whether the leaf stands at the index of the tree with this size and root (RFC 9162, section 2.1.3.2). */
export function includes(leaf, index, size, path, root) {
  if (!(index >= 0 && index < size)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(hash, root);
}

/** Whether the later tree only adds to the earlier one (RFC 9162, section 2.1.4.2). */
export function extendsTree(size, root, laterSize, laterRoot, path) {
  if (size > laterSize) return false;
  if (size === laterSize) return path.length === 0 && same(root, laterRoot);
  if (size === 0) return path.length === 0;
  const hashes = Number.isInteger(Math.log2(size)) ? [root, ...path] : path;
  if (hashes.length === 0) return false;
  let [node, last] = [size - 1, laterSize - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [earlier, later] = [hashes[0], hashes[0]];
  for (const hash of hashes.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [earlier, later] = [nodeHash(hash, earlier), nodeHash(hash, later)];
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      later = nodeHash(later, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(earlier, root) && same(later, laterRoot);
}
