import { createHash } from 'node:crypto';

/**
 * Merkle trees as RFC 6962, 2.1, has them: one hash for a whole list, and short proofs that an entry is in it
 * (inclusion) or that a longer list begins with it (consistency). A complete subtree is known by its level and its
 * position there: level 0 are the leaves, and its hash never changes as the tree grows.
 */
export interface Subtree {
  readonly level: number;
  readonly position: number;
}

export interface SubtreeHash extends Subtree {
  readonly hash: Buffer;
}

/** Finds the hash of a complete subtree. */
export type HashOf = (level: number, position: number) => Uint8Array;

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export const leafHash = (entry: Uint8Array | string): Buffer => sha256(leafMark, entry);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodeMark, left, right);
export const emptyRoot: Buffer = sha256();

/** Where a list of more than one is divided: the largest power of two below its length. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The complete subtrees a list of this length consists of, from the left. */
export function subtreesOf(size: number): Subtree[] {
  const found: Subtree[] = [];
  let [level, width, start] = [0, 1, 0];
  while (width * 2 <= size) [level, width] = [level + 1, width * 2];
  for (; level >= 0; level -= 1, width /= 2) {
    if (size - start < width) continue;
    found.push({ level, position: start / width });
    start += width;
  }
  return found;
}

/** The hash of `size` leaves from `start` on, which divides as the tree does. */
function rangeHash(start: number, size: number, hashOf: HashOf): Uint8Array {
  const [whole, ...more] = subtreesOf(size).map(({ level, position }) => hashOf(level, start / 2 ** level + position));
  if (!whole) return emptyRoot;
  return [whole, ...more].reduceRight((right, left) => nodeHash(left, right));
}

export const rootHash = (size: number, hashOf: HashOf): Uint8Array => rangeHash(0, size, hashOf);

/** The hashes that lead from a leaf to the root of a tree of this size. */
export function inclusionProof(index: number, size: number, hashOf: HashOf, start = 0): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} has no leaf ${index}`);
  if (size === 1) return [];
  const half = split(size);
  return index < half
    ? [...inclusionProof(index, half, hashOf, start), rangeHash(start + half, size - half, hashOf)]
    : [...inclusionProof(index - half, size - half, hashOf, start + half), rangeHash(start, half, hashOf)];
}

function subproof(first: number, size: number, hashOf: HashOf, start: number, isWhole: boolean): Uint8Array[] {
  if (first === size) return isWhole ? [] : [rangeHash(start, size, hashOf)];
  const half = split(size);
  return first <= half
    ? [...subproof(first, half, hashOf, start, isWhole), rangeHash(start + half, size - half, hashOf)]
    : [...subproof(first - half, size - half, hashOf, start + half, false), rangeHash(start, half, hashOf)];
}

/** The hashes that show that a tree of `size` begins with the tree of `first`. */
export function consistencyProof(first: number, size: number, hashOf: HashOf): Uint8Array[] {
  if (!(first >= 0 && first <= size)) throw new RangeError(`a tree of ${size} holds no tree of ${first}`);
  return first === 0 ? [] : subproof(first, size, hashOf, 0, true);
}

function rootByInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (size === 1) return proof.length === 0 ? leaf : null;
  const sibling = proof.at(-1);
  if (!sibling) return null;
  const half = split(size);
  const isLeft = index < half;
  const below = isLeft
    ? rootByInclusion(leaf, index, half, proof.slice(0, -1))
    : rootByInclusion(leaf, index - half, size - half, proof.slice(0, -1));
  if (!below) return null;
  return isLeft ? nodeHash(below, sibling) : nodeHash(sibling, below);
}

const isSame = (left: Uint8Array | null, right: Uint8Array): boolean =>
  left !== null && Buffer.compare(left, right) === 0;

export const verifyInclusion = (
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean => index >= 0 && index < size && isSame(rootByInclusion(leaf, index, size, proof), root);

type Roots = readonly [first: Uint8Array, second: Uint8Array];

/** Both roots, as a proof of consistency gives them. `known` is the first root where it is not in the proof. */
function rootsByConsistency(
  first: number,
  size: number,
  proof: readonly Uint8Array[],
  known: Uint8Array | null,
): Roots | null {
  const last = proof.at(-1);
  if (first === size) {
    if (known) return last ? null : [known, known];
    return last && proof.length === 1 ? [last, last] : null;
  }
  if (!last) return null;
  const half = split(size);
  const isLeft = first <= half;
  const below = isLeft
    ? rootsByConsistency(first, half, proof.slice(0, -1), known)
    : rootsByConsistency(first - half, size - half, proof.slice(0, -1), null);
  if (!below) return null;
  return isLeft ? [below[0], nodeHash(below[1], last)] : [nodeHash(last, below[0]), nodeHash(last, below[1])];
}

export function verifyConsistency(
  first: number,
  size: number,
  proof: readonly Uint8Array[],
  firstRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!(first >= 0 && first <= size)) return false;
  if (first === 0) return proof.length === 0 && isSame(firstRoot, emptyRoot);
  const roots = rootsByConsistency(first, size, proof, firstRoot);
  return roots !== null && isSame(roots[0], firstRoot) && isSame(roots[1], root);
}

/** The right edge of a tree: all that has to be known to append to it. */
export class GrowingTree {
  #size: number;
  readonly #edge: SubtreeHash[];

  /** `edge`: the hashes of `subtreesOf(size)`. */
  constructor(edge: readonly SubtreeHash[] = []) {
    this.#edge = [...edge];
    this.#size = edge.reduce((sum, { level }) => sum + 2 ** level, 0);
  }

  get size(): number {
    return this.#size;
  }

  /** Appends a leaf; tells the subtrees it completes, itself first. */
  append(leaf: Buffer): SubtreeHash[] {
    let last: SubtreeHash = { level: 0, position: this.#size, hash: leaf };
    const completed = [last];
    for (let left = this.#edge.at(-1); left?.level === last.level; left = this.#edge.at(-1)) {
      this.#edge.pop();
      last = { level: last.level + 1, position: left.position / 2, hash: nodeHash(left.hash, last.hash) };
      completed.push(last);
    }
    this.#edge.push(last);
    this.#size += 1;
    return completed;
  }

  root(): Buffer {
    const [first, ...more] = this.#edge.map(({ hash }) => hash).reverse();
    return first ? more.reduce((right, left) => nodeHash(left, right), first) : emptyRoot;
  }
}
