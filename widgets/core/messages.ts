import type { Failure } from './client.ts';
import type { Language } from './language.ts';

/** Words every panel uses. */
export interface Messages {
  readonly loading: string;
  readonly sample: string;
  readonly sampleHint: string;
  readonly source: string;
  readonly published: string;
  readonly updated: string;
  readonly asOf: string;
  readonly permalink: string;
  readonly platform: string;
  readonly openPlatform: string;
  readonly retry: string;
  readonly failed: Readonly<Record<Failure['kind'], string>>;
  readonly misused: string;
  readonly misusedHint: string;
  readonly stillHolds: string;
  readonly retrying: string;
  readonly saved: (moment: string) => string;
  readonly notRefreshed: string;
}

const chinese: Messages = {
  loading: '正在取数据…',
  sample: '示例',
  sampleHint: '示例数据，不是真实公文',
  source: '来源',
  published: '发布',
  updated: '更新',
  asOf: '截至',
  permalink: '永久链接',
  platform: '政府信息公开平台',
  openPlatform: '到公开平台查看',
  retry: '重试',
  failed: {
    offline: '现在连不上公开平台',
    timeout: '公开平台这次没有及时答复',
    http: '没有收到公开平台的答复',
    graphql: '公开平台的答复无法识别',
  },
  misused: '公开平台不认识标签上写的条件',
  misusedHint: '请网站管理员核对这个面板的属性。',
  stillHolds: '已经公开的内容不受影响，仍可在平台上查阅。',
  retrying: '恢复后，这里会自动更新。',
  saved: (moment) => `下面是 ${moment} 保存的副本。`,
  notRefreshed: '下面仍是上一次的结果。',
};

const english: Messages = {
  loading: 'Loading…',
  sample: 'Sample',
  sampleHint: 'Sample data, not real documents',
  source: 'Source',
  published: 'Published',
  updated: 'Updated',
  asOf: 'As of',
  permalink: 'Permalink',
  platform: 'Government disclosure platform',
  openPlatform: 'Open the platform',
  retry: 'Try again',
  failed: {
    offline: 'The platform cannot be reached now',
    timeout: 'The platform did not answer in time',
    http: 'No answer came from the platform',
    graphql: 'The platform’s answer could not be read',
  },
  misused: 'The platform does not know what the tag asks for',
  misusedHint: 'The attributes of this panel need the webmaster’s attention.',
  stillHolds: 'What has been published is unaffected and can be read on the platform.',
  retrying: 'This panel refreshes by itself when the platform is back.',
  saved: (moment) => `Below is the copy saved at ${moment}.`,
  notRefreshed: 'The previous result is still shown below.',
};

export const messages = (language: Language): Messages => (language === 'en' ? english : chinese);
