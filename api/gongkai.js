#!/usr/bin/env node
// Starts the command line on Node 24, which the project brings along, also where the machine has an older Node.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

function bundledNode() {
  try {
    const manifest = modules
      .createRequire(import.meta.url)
      .resolve(`node-${process.platform}-${process.arch}/package.json`);
    const binary = manifest.replace(/package\.json$/, 'bin/node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Halves the time to the first answer from the second call on.
  modules.enableCompileCache?.();
  await import(cli);
} else {
  const node = bundledNode();
  if (node) {
    const { status, signal } = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = signal ? 1 : (status ?? 1);
  } else {
    process.stderr.write(
      `gongkai 需要 Node 24 或更新；现为 ${process.version}，且本机没有随项目安装的 Node 24。请运行 npm ci，或安装 Node 24。\n` +
        `gongkai needs Node 24 or newer; this is ${process.version} and none came with the project. Run npm ci, or install Node 24.\n`,
    );
    process.exitCode = 1;
  }
}
