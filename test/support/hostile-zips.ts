const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** Where the headers of the central directory begin in an archive. */
function centralHeaders(zip: Buffer): number[] {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(centralHeader);
  const found: number[] = [];
  for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 4)) found.push(at);
  return found;
}

function changed(zip: Buffer, change: (copy: Buffer, header: number, index: number) => void): Buffer {
  const copy = Buffer.from(zip);
  for (const [index, header] of centralHeaders(copy).entries()) change(copy, header, index);
  return copy;
}

/** The same archive, declaring that every part unpacks to so many bytes. */
export const declaring = (zip: Buffer, bytes: number): Buffer =>
  changed(zip, (copy, header) => copy.writeUInt32LE(bytes, header + 24));

/** The same archive, its parts said to be encrypted. */
export const encrypted = (zip: Buffer): Buffer =>
  changed(zip, (copy, header) => copy.writeUInt16LE(copy.readUInt16LE(header + 8) | 1, header + 8));

/** The same archive, where every part but the first claims the bytes of the first as well. */
export const overlapping = (zip: Buffer): Buffer => changed(zip, (copy, header) => copy.writeUInt32LE(0, header + 42));

/** The same archive, where the first part reaches a byte into the second. */
export const reaching = (zip: Buffer): Buffer => {
  const [first = 0, second = 0] = centralHeaders(zip);
  const start = zip.readUInt32LE(second + 42);
  return changed(zip, (copy, header) => {
    if (header === first) copy.writeUInt32LE(start - 30 - copy.readUInt16LE(header + 28) + 1, header + 20);
  });
};

/** An archive of so many empty parts, with nothing else in it. */
export function emptyParts(count: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    const name = Buffer.from(`part${index}`);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(localHeader);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(centralHeader);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name);
    centrals.push(central, name);
    offset += 30 + name.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
