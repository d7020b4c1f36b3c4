import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Refused, tooLarge, limits as workbookLimits } from './xlsx-limits.ts';

const damaged = (): Refused =>
  new Refused('damaged-workbook', '文件不是完好的 XLSX 工作簿。', 'The file is not a sound XLSX workbook.');

/** What an archive may take; a workbook's own limits unless its reader has others. */
export type ArchiveLimits = Readonly<Record<'file' | 'entries' | 'part' | 'total' | 'ratio' | 'ratioFrom', number>>;

/** A part that is read piece by piece, never larger than it may be. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  read(name: string): AsyncIterable<Uint8Array>;
  close(): void;
}

const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, (error, zip) => {
      if (error) reject(damaged());
      else resolve(zip);
    });
  });

const listEntries = (zip: ZipFile, limits: ArchiveLimits): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > limits.entries) reject(tooLarge('部件数', `${limits.entries} parts`));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });

/** Entries lie one after the other; those that share bytes unpack to far more than the file holds. */
function checkEntries(entries: readonly Entry[]): void {
  const names = new Set<string>();
  for (const { fileName } of entries) {
    const name = fileName.toLowerCase();
    if (names.has(name)) {
      throw new Refused(
        'duplicate-part',
        `工作簿中有两个同名部件“${fileName.slice(0, 60)}”，不同软件会读到不同内容。`,
        `The workbook holds two parts named "${fileName.slice(0, 60)}": programs disagree which one counts.`,
      );
    }
    names.add(name);
  }
  const sorted = [...entries].sort(
    (left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader,
  );
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
    if (next && end > next.relativeOffsetOfLocalHeader)
      throw new Refused('overlapping-parts', '工作簿的部件互相重叠。', 'Parts of the workbook overlap.');
  }
}

const openEntry = (zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(damaged());
      else resolve(stream);
    });
  });

/** Opens the ZIP archive an XLSX file is, checking it as a whole. */
export async function openArchive(bytes: Buffer, limits: ArchiveLimits = workbookLimits): Promise<Archive> {
  if (bytes.byteLength > limits.file) throw tooLarge('文件', `${limits.file >> 20} MB`);
  const zip = await openZip(bytes);
  const entries = await listEntries(zip, limits);
  checkEntries(entries);
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  let total = 0;
  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const entry = byName.get(name.toLowerCase());
    if (!entry) return;
    if (entry.isEncrypted())
      throw new Refused(
        'encrypted-workbook',
        '工作簿已加密，请先取消密码。',
        'The workbook is encrypted: take its password off first.',
      );
    let size = 0;
    try {
      for await (const chunk of await openEntry(zip, entry)) {
        size += chunk.byteLength;
        total += chunk.byteLength;
        if (size > limits.part) throw tooLarge('部件', `${limits.part >> 20} MB a part`);
        if (total > limits.total) throw tooLarge('内容', `${limits.total >> 20} MB in all`);
        if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio)
          throw tooLarge('压缩比', `${limits.ratio} to 1`);
        yield chunk;
      }
    } catch (error) {
      // The library says so when a part unpacks to more or less than it declared.
      throw error instanceof Refused ? error : damaged();
    }
  }
  const names = entries.map(({ fileName }) => fileName);
  return { names, has: (name) => byName.has(name.toLowerCase()), read, close: () => zip.close() };
}
