import type { Finding } from '../../../core/finding.ts';
import { markOf } from '../../scripts.ts';
import type { Element } from './elements.ts';
import { finding } from './findings.ts';
import { digestsIn, type KnownScripts } from './integrity.ts';

const remedy = [
  '去掉 integrity，或到 /embed 复制固定脚本的写法。',
  'Leave integrity out, or copy the pinned tag at /embed.',
] as const;

/** A digest is compared only with what its server lets any page read: browsers refuse the rest. */
export function* crossoriginFindings({ attributes, line }: Element, isElsewhere: boolean): Generator<Finding> {
  const crossorigin = attributes.get('crossorigin')?.trim().toLowerCase();
  const isModule = attributes.get('type')?.trim().toLowerCase() === 'module';
  if (!attributes.get('integrity')?.trim() || !isElsewhere) return;
  if (crossorigin === 'use-credentials')
    yield finding(
      'crossorigin-credentials',
      'ERROR',
      line,
      [
        'crossorigin="use-credentials" 要带登录信息去取脚本，平台不收：浏览器不运行它。',
        'crossorigin="use-credentials" sends credentials, which the platform does not take: browsers do not run the script.',
      ],
      ['写成 crossorigin。', 'Write crossorigin.'],
    );
  else if (crossorigin === undefined && !isModule)
    yield finding(
      'integrity-without-crossorigin',
      'ERROR',
      line,
      [
        '加载脚本有 integrity 而没有 crossorigin：脚本在别的网站，浏览器无法核对，不运行它。',
        'The loader has integrity and no crossorigin: it comes from another site, browsers cannot compare it and do not run it.',
      ],
      ['加上 crossorigin。', 'Add crossorigin.'],
    );
}

/** Whether a loader is the bytes that the page says it is. */
export function* digestFindings(
  { attributes, line }: Element,
  name: string,
  scripts: KnownScripts,
): Generator<Finding> {
  const [, mark] = /-([\w-]{8})\.js$/.exec(name) ?? [];
  if (mark !== undefined && scripts.size > 0 && !scripts.has(name)) {
    yield finding(
      'unknown-build',
      'ERROR',
      line,
      [`平台没有 ${name} 这一版脚本。`, `The platform never served a script ${name}.`],
      ['到 /embed 复制固定脚本的写法。', 'Copy the pinned tag at /embed.'],
    );
    return;
  }
  const integrity = attributes.get('integrity')?.trim() ?? '';
  if (integrity === '') return;
  const given = digestsIn(integrity);
  if (given === null) {
    yield finding(
      'no-digest',
      'ERROR',
      line,
      [
        `integrity="${integrity.slice(0, 40)}" 不是校验值：脚本没有核对，或不运行。`,
        `integrity="${integrity.slice(0, 40)}" is no digest: the script is not compared, or does not run.`,
      ],
      remedy,
    );
    return;
  }
  const { algorithm, digests } = given;
  const known = scripts.get(name);
  const isRight = known
    ? digests.includes(known[algorithm])
    : mark === undefined || algorithm !== 'sha384' || digests.some((digest) => markOf(digest) === mark);
  if (!isRight)
    yield finding(
      'wrong-digest',
      'ERROR',
      line,
      [`integrity 与 ${name} 不符：浏览器不运行它。`, `The integrity is not that of ${name}: browsers do not run it.`],
      remedy,
    );
  else if (known && mark === undefined)
    yield finding(
      'digest-of-latest',
      'WARNING',
      line,
      [
        `${name} 随平台更新，更新后就与 integrity 不符，浏览器不再运行它。`,
        `${name} changes with the platform: after an update the integrity is no longer its own, and browsers stop running it.`,
      ],
      remedy,
    );
}
