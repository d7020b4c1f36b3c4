import { organizationKey } from '../../core/organization-name.ts';
import { labelKey } from '../../core/table/labels.ts';
import type { Project } from './model.ts';

/** A name as it is looked up: brackets and spaces vary from table to table. */
export const keyOf = (name: string): string => labelKey(name).replace(/[（）()]/g, '');

/** Two sources are about the same project when type, year and name are the same (同一项目的判定). */
export const identityOf = ({ type, year, name }: Pick<Project, 'type' | 'year' | 'name'>): string =>
  `${type}|${year}|${organizationKey(keyOf(name))}`;
