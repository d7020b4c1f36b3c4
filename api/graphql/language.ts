import { builder } from './builder.ts';

export const Language = builder.enumType('Language', {
  description: '说明文字的语言。The language of a label.',
  values: {
    ZH: { description: '简体中文。Simplified Chinese.' },
    EN: { description: '英文。English.' },
  },
});
