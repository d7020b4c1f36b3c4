import { type CodeList, codeList } from '../../graphql/code.ts';
import { areaKinds, audiences, categories, methods, natures, schoolTypes, steps } from './codes.ts';

const english: Readonly<Record<string, string>> = {
  PUBLIC: 'Public',
  PRIVATE: 'Private',
  PRIMARY: 'Primary school',
  JUNIOR: 'Junior middle school',
  NINE_YEAR: 'Nine-year school',
  COMPLETE: 'Complete middle school',
  TWELVE_YEAR: 'Twelve-year school',
  CATCHMENT: 'By catchment area',
  FEEDER: 'From a feeder school',
  LOTTERY: 'By computer lottery',
  REGISTRATION: 'Registration',
  VILLAGE: 'Village',
  COMMUNITY: 'Community',
  COMPOUND: 'Residential compound',
  ROAD: 'Road and doors',
  BOUNDARY: 'Boundary',
  POLICE: 'Police station of the hukou',
  POLYGON: 'Polygon',
  HUKOU_HOUSE: 'Local hukou, own home',
  HUKOU_ONLY: 'Local hukou, no own home',
  MIGRANT: 'Child of people who moved here',
  PREFERENTIAL: 'By preferential policy',
  DISABLED: 'Child with a disability',
  ANNOUNCEMENT: 'Announcement',
  REVIEW: 'Review of materials',
  RESULT: 'Result of admission',
  SUPPLEMENT: 'Supplementary admission',
  ENROLMENT: 'Enrolment',
  ALL: 'All',
};

const listOf = (scheme: string, labels: Readonly<Record<string, string>>): CodeList =>
  codeList(
    scheme,
    Object.entries(labels).map(([code, zh]) => ({ code, label: { zh, en: english[code] ?? code } })),
  );

export const natureCodes = listOf('SCHOOL_NATURE', natures);
export const typeCodes = listOf('SCHOOL_TYPE', schoolTypes);
export const methodCodes = listOf('ADMISSION_METHOD', methods);
export const areaCodes = listOf('CATCHMENT_KIND', areaKinds);
export const categoryCodes = listOf('ADMISSION_CATEGORY', categories);
export const stepCodes = listOf('ENROLLMENT_STEP', steps);
export const audienceCodes = listOf('ENROLLMENT_AUDIENCE', audiences);
export const stageCodes: CodeList = codeList('ENROLLMENT_STAGE', [
  { code: 'PRIMARY', label: { zh: '小学', en: 'Primary school' } },
  { code: 'JUNIOR', label: { zh: '初中', en: 'Junior middle school' } },
]);
