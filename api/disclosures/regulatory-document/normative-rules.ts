import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { addDays, addYears, type LocalDate } from '../../core/local-date.ts';
import { sayFact } from '../../core/said-at-import.ts';
import { aboveCounty } from './rank.ts';
import type { Subject } from './rules.ts';

/** Organs of a county and below: 桓台县人民政府, 县水利局, 起凤镇人民政府; not 市…局 or 省…厅. */
const ofCounty = /县|(?<!自治|城|郊)区(?:人民政府|政府|管委会)|[镇乡](?:人民政府|政府)$|街道办事处/u;

const rankNames: Readonly<Record<string, readonly [string, string]>> = {
  LAW: ['法律', 'a law'],
  ADMINISTRATIVE_REGULATION: ['行政法规', 'an administrative regulation'],
  LOCAL_REGULATION: ['地方性法规', 'a local regulation'],
  RULE: ['规章', 'a government rule'],
};

/** A county cannot make 规章 or anything above them (立法法; 规章制定程序条例). */
export function* beyondPowers({ content, titlePlace }: Subject): Generator<Finding> {
  const [issuer = ''] = content.issuers;
  const name = rankNames[content.rank];
  if (!aboveCounty.has(content.rank) || !name || !ofCounty.test(issuer)) return;
  yield finding(
    'beyond-powers',
    'ERROR',
    titlePlace,
    [
      `“${issuer}”无权制定${name[0]}；县级及以下只能制定行政规范性文件和其他政策性文件。`,
      `"${issuer}" cannot make ${name[1]}: a county makes normative and policy documents only.`,
    ],
    [
      '请核对发文机关和文种；如是收录上级文件，请写明制定机关。',
      'Check the issuing organ and the genre; of a document from above, name the organ that made it.',
    ],
  );
}

/** A document with a mark of secrecy (密级) is never published. */
export function* secrecyMark({ marks }: Subject): Generator<Finding> {
  for (const { text, row, column } of marks) {
    if (!/^(?:绝密|机密|秘密)/u.test(text)) continue;
    yield finding(
      'secrecy-mark',
      'ERROR',
      { row, column: String(column) },
      ['文件标有密级，不得公开。', 'The document bears a mark of secrecy and must not be published.'],
      ['请确认已依法解密，并删去密级标志。', 'Make sure it was declassified by law, and remove the mark.'],
    );
  }
}

const isTrial = (title: string): boolean => /试行|暂行/u.test(title);

const lastDay = (from: LocalDate, years: number): LocalDate => addDays(addYears(from, years), -1);

/** 规范性文件有效期: stated; at most five years, of one on trial two (山东省行政程序规定). */
export function* period({ metadata, content, titlePlace }: Subject): Generator<Finding> {
  if (content.rank !== 'NORMATIVE') return;
  const { effectiveFrom, effectiveTo, formedOn, title } = metadata;
  const from = effectiveFrom ?? formedOn;
  if (effectiveTo === null && content.lapsesOn !== null) return;
  if (effectiveTo === null) {
    yield finding(
      'period-missing',
      'WARNING',
      titlePlace,
      ['规范性文件没有写明有效期。', 'The normative document states no period of validity.'],
      [
        `请写明“有效期至……”；一般 3 至 5 年，试行、暂行 1 至 2 年。按本地规定推定的，${sayFact('有效期=5年').zh}。`,
        `State it: usually 3 to 5 years, 1 to 2 on trial. Where a local rule decides, ${sayFact('有效期=5年').en}.`,
      ],
    );
    return;
  }
  const most = isTrial(`${title}${content.instrument?.title ?? ''}`) ? 2 : 5;
  if (from === null || effectiveTo <= lastDay(from, most)) return;
  yield finding(
    'period-too-long',
    'WARNING',
    titlePlace,
    [
      `有效期从${from}到${effectiveTo}，超过${most}年${most === 2 ? '（试行、暂行）' : ''}。`,
      `Its period from ${from} to ${effectiveTo} is more than ${most} years.`,
    ],
    [`请改为不超过${most}年，期满评估后再定。`, `Keep it within ${most} years and review it at the end.`],
  );
}

/** 三统一: a normative document is registered, and its registration number names the year. */
export function* registration({ metadata, content, titlePlace }: Subject): Generator<Finding> {
  const { registration: number } = content;
  if (content.rank === 'NORMATIVE' && number === null) {
    yield finding(
      'registration-missing',
      'NOTICE',
      titlePlace,
      ['规范性文件没有登记号。', 'The normative document has no registration number.'],
      [
        '请在文号下一行写明登记号，例如“HTDR-2021-0010001”。',
        'Put it below the number, for example HTDR-2021-0010001.',
      ],
    );
  }
  const year = /-(\d{4})-/.exec(number ?? '')?.[1];
  if (
    year === undefined ||
    metadata.formedOn === null ||
    Math.abs(Number(year) - Number(metadata.formedOn.slice(0, 4))) <= 0
  )
    return;
  yield finding(
    'registration-year-differs',
    'WARNING',
    titlePlace,
    [
      `登记号${number}的年份与成文日期${metadata.formedOn}不一致。`,
      `The year in ${number} is not that of ${metadata.formedOn}, when it was signed.`,
    ],
    ['请核对登记号。', 'Check the registration number.'],
  );
}
