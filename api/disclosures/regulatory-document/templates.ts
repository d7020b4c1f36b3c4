import type { TextTemplate } from '../kind.ts';

/** What stands in place of words is written 【…】; a text with one left in it is no document yet. */
const notice = `【发文机关】关于印发《【文件名称】》的通知
【机关代字】〔【年份】〕【顺序号】号
【规范性文件登记号，如 HTDR-2024-0010001；不是规范性文件的删去本行】

【主送机关】：

《【文件名称】》已经【县政府同意】，现印发给你们，请认真贯彻执行。

【发文机关】
【年】年【月】月【日】日

（此件公开发布）

【文件名称】

第一条 为【目的】，根据《【依据】》，制定本办法。

第二条 【适用范围】。

第三条 【内容】。（责任单位：【单位】）

第四条 本办法自【年】年【月】月【日】日起施行，有效期至【年】年【月】月【日】日。

抄送：【抄送机关】。
【印发机关】 【年】年【月】月【日】日印发
`;

const interpretation = `《【文件名称】》（【文号】）政策解读

一、政策背景

【为什么出台，依据什么】

二、出台目的

【要解决什么问题】

三、重要举措

（一）【举措】。【用自己的话说明，不照抄原文】

（二）【举措】。【说明】

四、适用范围

【适用于谁】

五、解读机关

由【单位】负责解读，咨询电话：【办公电话】。

【解读机关】
【年】年【月】月【日】日

（此件公开发布）
`;

/** A carrying notice with its instrument, and an interpretation of substance. */
export const textTemplates: readonly TextTemplate[] = [
  {
    name: 'notice',
    label: { zh: '印发规范性文件的通知模板', en: 'Notice that issues a normative document' },
    text: notice,
  },
  { name: 'interpretation', label: { zh: '政策解读模板', en: 'Interpretation of a policy' }, text: interpretation },
];
