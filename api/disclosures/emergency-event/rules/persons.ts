import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { hasMobileNumber } from '../../../core/personal-information/contact-or-identity.ts';
import type { SourcedStep } from '../steps.ts';

/** A hotline is a duty phone; no mobile number stands anywhere. */
export function checkPersons(hotline: string | null, steps: readonly SourcedStep[]): Finding[] {
  const told = (place: { readonly sheet?: string | null; readonly row?: number; readonly column: string }): Finding =>
    finding(
      'personal-contact',
      'ERROR',
      place,
      ['有个人手机号码，不得公开。', 'There is a mobile number, which must not be published.'],
      ['请改为单位的值班电话。', 'Give the duty phone of the unit.'],
    );
  return [
    ...(hasMobileNumber(hotline ?? '') ? [told({ column: '咨询电话' })] : []),
    ...steps.flatMap(({ step, row: { sheet, row } }) =>
      hasMobileNumber([step.matter ?? '', ...step.measures].join('\n'))
        ? [told({ sheet, row, column: '应采取的措施' })]
        : [],
    ),
  ];
}
