import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The contract as text, sorted so that two versions of it can be compared. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

/** `node api/print-schema.ts` writes the contract beside its code; a test refuses a commit that forgot to. */
if (import.meta.main) {
  const file = fileURLToPath(new URL('schema.graphql', import.meta.url));
  await writeFile(file, printedSchema());
  process.stdout.write(`${file}\n`);
}
