/** What a file is by its first bytes: its name and its declared type say what somebody wished it to be. */
export type FileFormat = 'zip' | 'pdf' | 'image' | 'text' | { readonly zh: string; readonly en: string };

const starts: readonly (readonly [offset: number, magic: string, format: FileFormat])[] = [
  [0, 'PK\x03\x04', 'zip'],
  [0, 'PK\x05\x06', 'zip'],
  [0, '\xff\xd8\xff', 'image'],
  [0, '\x89PNG\r\n\x1a\n', 'image'],
  [8, 'WEBP', 'image'],
  [0, 'II*\0', 'image'],
  [0, 'MM\0*', 'image'],
  [0, 'II+\0', 'image'],
  [4, 'ftypheic', 'image'],
  [4, 'ftypheix', 'image'],
  [4, 'ftypmif1', 'image'],
  [4, 'ftypmsf1', 'image'],
  [4, 'ftypavif', 'image'],
  [
    0,
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    {
      zh: '旧版 Word、Excel 文件（.doc、.xls、.wps、.et）或加密的文件',
      en: 'an old Word or Excel file (.doc, .xls), or an encrypted one',
    },
  ],
  [0, 'Rar!', { zh: 'RAR 压缩包', en: 'a RAR archive' }],
  [0, "7z\xbc\xaf'\x1c", { zh: '7z 压缩包', en: 'a 7z archive' }],
  [0, '\x1f\x8b', { zh: 'GZIP 压缩文件', en: 'a GZIP archive' }],
  [0, 'BZh', { zh: 'BZIP2 压缩文件', en: 'a BZIP2 archive' }],
  [0, '\xfd7zXZ', { zh: 'XZ 压缩文件', en: 'an XZ archive' }],
  [257, 'ustar', { zh: 'TAR 归档文件', en: 'a TAR archive' }],
  [0, '{\\rtf', { zh: 'RTF 文件', en: 'an RTF file' }],
  [0, 'GIF8', { zh: 'GIF 图片', en: 'a GIF picture' }],
  [0, 'BM', { zh: 'BMP 图片', en: 'a BMP picture' }],
  [4, 'ftyp', { zh: '音视频文件', en: 'a film or a recording' }],
  [0, 'RIFF', { zh: '音视频文件', en: 'a film or a recording' }],
  [0, 'ID3', { zh: '音频文件', en: 'a recording' }],
  [0, 'OggS', { zh: '音视频文件', en: 'a film or a recording' }],
  [0, '\x1aE\xdf\xa3', { zh: '视频文件', en: 'a film' }],
  [0, 'MZ', { zh: '程序文件', en: 'a program' }],
  [0, '\x7fELF', { zh: '程序文件', en: 'a program' }],
  [0, 'PAR1', { zh: 'Parquet 文件', en: 'a Parquet file' }],
];

/** So many bytes tell a format. A PDF may have some junk before its header. */
export const headLength = 1_024;

export function formatOf(head: Uint8Array): FileFormat {
  const text = Buffer.from(head).toString('latin1');
  // A word of two letters may also begin a text; a text has no zero bytes.
  const found = starts.find(
    ([offset, magic]) =>
      text.startsWith(magic, offset) && (magic.length > 2 || magic === '\x1f\x8b' || text.includes('\0')),
  );
  if (found) return found[2];
  return text.includes('%PDF-') ? 'pdf' : 'text';
}
