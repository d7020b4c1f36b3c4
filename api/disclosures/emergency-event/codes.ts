import type { Bilingual } from '../../core/finding.ts';
import type { CodeList } from '../../graphql/code.ts';
import type { StepScale, StepType } from './model.ts';

export const stepTypes: Readonly<Record<StepType, Bilingual>> = {
  WARNED: { zh: '发布预警', en: 'Warning issued' },
  ACTIVATED: { zh: '启动响应', en: 'Response activated' },
  RAISED: { zh: '提升级别', en: 'Level raised' },
  LOWERED: { zh: '降低级别', en: 'Level lowered' },
  ENDED: { zh: '解除或结束', en: 'Ended' },
  CANCELLED: { zh: '撤销', en: 'Cancelled' },
};

export const stepScales: Readonly<Record<StepScale, Bilingual>> = {
  WARNING: { zh: '预警', en: 'Warning' },
  RESPONSE: { zh: '应急响应', en: 'Emergency response' },
};

export const episodeStates: Readonly<Record<string, Bilingual>> = {
  OPEN: { zh: '未解除', en: 'Not ended' },
  ENDED: { zh: '已结束', en: 'Ended' },
};

export const stepTypeCodes: CodeList = { scheme: 'EMERGENCY_STEP', labels: stepTypes };
export const stepScaleCodes: CodeList = { scheme: 'EMERGENCY_SCALE', labels: stepScales };
export const episodeStateCodes: CodeList = { scheme: 'EMERGENCY_STATE', labels: episodeStates };
