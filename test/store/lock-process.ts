// node lock-process.ts <folder>: takes the folder, says so, and holds it until it is told to go or is killed.

import { lockFolder } from '../../api/store/folder-lock.ts';

try {
  const release = await lockFolder(process.argv[2] ?? '');
  console.log('held');
  process.stdin.resume().on('end', () => void release());
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
