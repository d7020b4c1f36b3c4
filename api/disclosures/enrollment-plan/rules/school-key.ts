import { labelKey } from '../../../core/table/labels.ts';

/** A school is the same however its brackets are typed. */
export const schoolKey = (name: string): string => labelKey(name).replace(/[（(]/g, '(').replace(/[)）]/g, ')');
