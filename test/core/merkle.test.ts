import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryBundle, parseTile, tilePath, tileWidth } from '../../api/core/log-tile.ts';
import {
  consistencyProof,
  emptyRoot,
  GrowingTree,
  inclusionProof,
  leafHash,
  nodeHash,
  rootHash,
  subtreesOf,
  verifyConsistency,
  verifyInclusion,
} from '../../api/core/merkle.ts';
import { checkpointText, openNote, parseCheckpoint, signNote, verifierKey } from '../../api/core/signed-note.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Grown leaf by leaf, with every hash that is ever completed. */
function grown(size: number) {
  const tree = new GrowingTree();
  const hashes = new Map<string, Buffer>();
  const roots: Buffer[] = [tree.root()];
  for (let leaf = 0; leaf < size; leaf += 1) {
    for (const { level, position, hash } of tree.append(leafHash(`leaf ${leaf}`)))
      hashes.set(`${level}/${position}`, hash);
    roots.push(tree.root());
  }
  const hashOf = (level: number, position: number): Uint8Array => {
    const hash = hashes.get(`${level}/${position}`);
    if (!hash) throw new Error(`no complete subtree ${level}/${position}`);
    return hash;
  };
  return { tree, roots, hashOf };
}

/** RFC 6962, 2.1, word for word. */
function defined(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return emptyRoot;
  if (leaves.length === 1) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(defined(leaves.slice(0, half)), defined(leaves.slice(half)));
}

// The entries and roots that implementations of Certificate Transparency are tested with.
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const known = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('Merkle trees of RFC 6962', () => {
  test('known entries have the known roots', () => {
    const tree = new GrowingTree();
    const roots = [hex(tree.root())];
    for (const entry of entries) {
      tree.append(leafHash(Buffer.from(entry, 'hex')));
      roots.push(hex(tree.root()));
    }
    expect(roots).toEqual(known);
  });

  const most = 70;
  const { roots, hashOf } = grown(most);
  const leaves = Array.from({ length: most }, (_, leaf) => leafHash(`leaf ${leaf}`));
  const sizes = Array.from({ length: most + 1 }, (_, size) => size);

  test('the root is the one the definition gives, grown or put together from complete subtrees', () => {
    for (const size of sizes) {
      expect(roots[size]).toEqual(defined(leaves.slice(0, size)));
      expect(rootHash(size, hashOf)).toEqual(roots[size]);
      expect(subtreesOf(size).reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(size);
    }
  });

  test('every leaf of every tree is proven, and no other hash in its place', () => {
    for (const size of sizes.slice(1)) {
      const root = roots[size] as Buffer;
      for (let index = 0; index < size; index += 1) {
        const [leaf, proof] = [leaves[index] as Buffer, inclusionProof(index, size, hashOf)];
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(verifyInclusion(leafHash('other'), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...proof, root], root)).toBe(false);
        if (size > 1) expect(verifyInclusion(leaf, index, size, proof.slice(1), root)).toBe(false);
      }
    }
  });

  test('every tree begins with every smaller one, and with no other', () => {
    for (const size of sizes) {
      for (let first = 0; first <= size; first += 1) {
        const proof = consistencyProof(first, size, hashOf);
        const [before, after] = [roots[first] as Buffer, roots[size] as Buffer];
        expect(verifyConsistency(first, size, proof, before, after)).toBe(true);
        expect(verifyConsistency(first, size, proof, leafHash('other'), after)).toBe(false);
        expect(verifyConsistency(first, size, [...proof, before], before, after)).toBe(false);
        if (first > 0) expect(verifyConsistency(first, size, proof, before, leafHash('other'))).toBe(false);
      }
    }
  });

  test('so do large ones, and one that grows on from its edge', () => {
    const large = grown(3000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), fc.nat(), (size, one, other) => {
        const [index, first] = [one % size, other % (size + 1)];
        const [before, after] = [large.roots[first] as Buffer, large.roots[size] as Buffer];
        const leaf = leafHash(`leaf ${index}`);
        const inclusion = inclusionProof(index, size, large.hashOf);
        const consistency = consistencyProof(first, size, large.hashOf);
        expect(verifyInclusion(leaf, index, size, inclusion, after)).toBe(true);
        expect(verifyConsistency(first, size, consistency, before, after)).toBe(true);
        for (const at of inclusion.keys())
          expect(verifyInclusion(leaf, index, size, inclusion.with(at, emptyRoot), after)).toBe(false);
        for (const at of consistency.keys())
          expect(verifyConsistency(first, size, consistency.with(at, emptyRoot), before, after)).toBe(false);
        const edge = subtreesOf(first).map((each) => ({
          ...each,
          hash: Buffer.from(large.hashOf(each.level, each.position)),
        }));
        const tree = new GrowingTree(edge);
        for (let next = first; next < Math.min(size, first + 300); next += 1) tree.append(leafHash(`leaf ${next}`));
        expect(tree.root()).toEqual(large.roots[tree.size]);
      }),
      { numRuns: 200 },
    );
  });

  test('what is not in the tree cannot be asked for', () => {
    expect(() => inclusionProof(7, 7, hashOf)).toThrow(RangeError);
    expect(() => consistencyProof(8, 7, hashOf)).toThrow(RangeError);
    expect(verifyInclusion(leafHash(''), 7, 7, [], emptyRoot)).toBe(false);
    expect(verifyConsistency(8, 7, [], emptyRoot, emptyRoot)).toBe(false);
  });
});

describe('signed notes', () => {
  // The example of golang.org/x/mod/sumdb/note.
  const seed = 'YEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
  const verifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  const privateKey = createPrivateKey({
    key: Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      Buffer.from(`A${seed}`, 'base64').subarray(1),
    ]),
    format: 'der',
    type: 'pkcs8',
  });

  test('a known key signs a known text as others do, and is written as others write it', () => {
    expect(verifierKey('PeterNeumann', privateKey)).toBe(verifier);
    expect(signNote(text, 'PeterNeumann', privateKey)).toBe(note);
    expect(openNote(note, verifier)).toBe(text);
  });

  test('any other text, signature, name or key is refused', () => {
    for (const [given, key] of [
      [note.replace('answer', 'Answer'), verifier],
      [note.replace('x08go/Z', 'x08go/Y'), verifier],
      [note.replace('— PeterNeumann', '— PaulNeumann'), verifier],
      [text, verifier],
      [note, verifier.replace('c74f20a3', 'c74f20a4')],
      [note, verifier.replace('PeterNeumann', 'Peter')],
      [note, 'nonsense'],
    ] as const)
      expect(openNote(given, key)).toBeNull();
  });

  test('a checkpoint says origin, size and root', () => {
    const checkpoint = { origin: 'gongkai-00000000', size: 7, root: leafHash('x') };
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
    expect(
      parseCheckpoint('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'),
    ).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    for (const wrong of ['', 'a\n07\n', 'a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n', 'a\n7\nAAAA\n'])
      expect(parseCheckpoint(wrong)).toBeNull();
  });
});

describe('tiles', () => {
  test.each([
    ['0/000', { level: 0, index: 0, width: tileWidth }],
    ['1/x001/x234/067', { level: 1, index: 1_234_067, width: tileWidth }],
    ['63/273.p/112', { level: 63, index: 273, width: 112 }],
    ['entries/x001/000.p/1', { level: 'entries', index: 1000, width: 1 }],
  ] as const)('%s', (path, tile) => {
    expect(parseTile(path)).toEqual(tile);
    expect(tilePath(tile)).toBe(path);
  });

  test.each([
    '',
    '0',
    '0/0',
    '0/0000',
    '00/000',
    '64/000',
    'x/000',
    '0/x000/001',
    '0/001/002',
    '0/000.p/0',
    '0/000.p/256',
  ])('no tile: “%s”', (path) => expect(parseTile(path)).toBeNull());
  test.each([
    '0/000.p/01',
    '0/000.p',
    '0/000/',
    '0/x001',
    'entries/000.p/-1',
    '0/../000',
    '-1/000',
    '0/x001/x001/x001/x001/001',
  ])('nor: “%s”', (path) => expect(parseTile(path)).toBeNull());

  test('each index has one path, and is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 - 1 }), fc.integer({ min: 1, max: 256 }), (index, width) => {
        const tile = { level: 0, index, width };
        expect(parseTile(tilePath(tile))).toEqual(tile);
      }),
    );
  });

  test('a bundle has every entry behind its length in bytes', () => {
    expect(hex(entryBundle(['a', '', '桓']))).toBe('000161' + '0000' + '0003e6a193');
  });
});
