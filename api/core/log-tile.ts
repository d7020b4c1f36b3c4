/** How a log is cut into files that never change (https://c2sp.org/tlog-tiles). */
export const tileWidth = 256;

export interface Tile {
  /** `entries`: the entries themselves instead of hashes. */
  readonly level: number | 'entries';
  readonly index: number;
  /** How many hashes or entries; fewer than `tileWidth` at the end of the log. */
  readonly width: number;
}

const pattern = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,3}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The index in groups of three digits: 1234067 is `x001/x234/067`. */
const indexPath = (index: number): string =>
  String(index)
    .padStart(Math.ceil(String(index).length / 3) * 3, '0')
    .replace(/\d{3}(?=\d)/g, 'x$&/');

export const tilePath = ({ level, index, width }: Tile): string =>
  `${level}/${indexPath(index)}${width < tileWidth ? `.p/${width}` : ''}`;

/** The tile of a path below `tile/`; null for what is none. Each tile has one path. */
export function parseTile(path: string): Tile | null {
  const [, level = '', groups = '', partial] = pattern.exec(path) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, '')),
    width: partial === undefined ? tileWidth : Number(partial),
  };
  if (groups === '' || (tile.level !== 'entries' && tile.level > 63) || tilePath(tile) !== path) return null;
  return tile;
}

/** Entries one after the other, each behind its length: a big-endian number of 16 bits. */
export function entryBundle(entries: readonly string[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );
}
