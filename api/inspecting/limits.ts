/** What the inspection of one file may take, whatever the file declares. */
export const limits = {
  /** A larger file is refused, whatever it is. */
  file: 200 << 20,
  /** What has to be in memory whole. */
  inMemory: 100 << 20,
  json: 50 << 20,
  pages: 5_000,
  /** Pictures and files within a document. */
  embedded: 200,
  seconds: 120,
  /** Objects of the thread, and what the process may grow by meanwhile: buffers are not counted among the objects. */
  heapMegabytes: 768,
  growthMegabytes: 1_024,
} as const;

/** Office files are read as streams, so their parts may be larger than those of a workbook to be imported. */
export const packageLimits = {
  file: limits.inMemory,
  entries: 5_000,
  part: 500 << 20,
  total: 800 << 20,
  ratio: 200,
  ratioFrom: 4 << 20,
  strings: 3_000_000,
} as const;
