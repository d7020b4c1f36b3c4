import { fromBuffer } from 'yauzl';

/** The parts of an archive as text, by name. */
export const zipParts = (archive: Buffer): Promise<[string, string][]> =>
  new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts: [string, string][] = [];
      zip.on('error', reject).on('end', () => resolve(parts));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject);
          stream.on('end', () => {
            parts.push([entry.fileName, Buffer.concat(pieces).toString('utf8')]);
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
