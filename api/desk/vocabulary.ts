import { described } from '../core/described.ts';
import type { Bilingual, Finding as FindingValue } from '../core/finding.ts';
import {
  type Action,
  type EditionState,
  lifecycle,
  type Role,
  roleLabels,
  type Step as StepValue,
  stateLabels,
  stepOf,
} from '../core/lifecycle.ts';
import { BadInput, Forbidden, GateClosed, type NotAllowed, NotFound, WrongState } from '../publishing/errors.ts';
import { builder } from './builder.ts';

const labelsOfSteps = Object.fromEntries(
  Object.entries<StepValue>(lifecycle).map(([name, { label }]) => [name, label]),
) as Record<Action, Bilingual>;

export const EditionStateEnum = builder.enumType('EditionState', {
  description: '版本的状态。Where an edition stands.',
  values: described<EditionState>(stateLabels),
});
export const RoleEnum = builder.enumType('Role', { description: '角色。A role.', values: described<Role>(roleLabels) });
export const ActionEnum = builder.enumType('Action', {
  description: '对版本可做的一步。One step of an edition’s life.',
  values: described<Action>(labelsOfSteps),
});

export const Words = builder.objectRef<Bilingual>('Words').implement({
  description: '中英文同义的一句话。A sentence in both languages.',
  fields: (t) => ({
    zh: t.exposeString('zh', { description: '中文。In Chinese.' }),
    en: t.exposeString('en', { description: '英文。In English.' }),
  }),
});

const SeverityEnum = builder.enumType('Severity', {
  description: '发现的轻重。How serious a finding is.',
  values: {
    ERROR: { description: '错误：不能发布。Keeps it from being published.' },
    WARNING: { description: '提醒：很可能有误。Probably wrong.' },
    NOTICE: { description: '说明。Worth knowing.' },
  },
});

export const Finding = builder.objectRef<FindingValue>('Finding').implement({
  description: '规则对数据的一条发现。What a rule says about the data.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: '规则代码。Code of the rule.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: '轻重。How serious.' }),
    sheet: t.string({ nullable: true, description: '工作表。The worksheet.', resolve: ({ sheet }) => sheet ?? null }),
    row: t.int({
      nullable: true,
      description: '原文件第几行，从 1 起。Line of the file, from 1.',
      resolve: ({ row }) => row ?? null,
    }),
    column: t.string({
      nullable: true,
      description: '列名或第几字。Column, or character.',
      resolve: ({ column }) => column ?? null,
    }),
    message: t.expose('message', { type: Words, description: '发现了什么。What was found.' }),
    remedy: t.field({
      type: Words,
      nullable: true,
      description: '怎么办。What to do.',
      resolve: ({ remedy }) => remedy ?? null,
    }),
  }),
});

/** One step of the state machine, as the door tells it. */
export const Step = builder.objectRef<{ readonly action: Action }>('Step').implement({
  description: '状态机的一步：谁可做，从何状态到何状态。Who may take a step, from where to where.',
  fields: (t) => ({
    action: t.expose('action', { type: ActionEnum, description: '哪一步。Which step.' }),
    label: t.field({ type: Words, description: '名称。Its name.', resolve: ({ action }) => stepOf(action).label }),
    roles: t.field({
      type: [RoleEnum],
      description: '可做的角色。Who may.',
      resolve: ({ action }) => [...stepOf(action).roles],
    }),
    from: t.field({
      type: [EditionStateEnum],
      description: '可从哪些状态做起。From which states.',
      resolve: ({ action }) => [...stepOf(action).from],
    }),
    to: t.field({
      type: EditionStateEnum,
      nullable: true,
      description: '到哪个状态；null 为状态不变或不复存在。To which state; null: it stays, or is gone.',
      resolve: ({ action }) => stepOf(action).to,
    }),
    isForAnother: t.boolean({
      description: '是否须由拟稿人以外的人做。Whether somebody other than the author must.',
      resolve: ({ action }) => stepOf(action).isForAnother ?? false,
    }),
  }),
});

export const Refusal = builder.interfaceRef<NotAllowed>('Refusal').implement({
  description: '为何被拒绝。Why it was refused.',
  fields: (t) => ({
    message: t.field({ type: Words, description: '一句话说明。The reason.', resolve: ({ reason }) => reason }),
    findings: t.field({
      type: [Finding],
      description: '背后的发现。What is behind it.',
      resolve: ({ findings }) => [...findings],
    }),
  }),
});

const refused = (error: new (...given: never[]) => NotAllowed, name: string, description: string) =>
  builder.objectType(error as unknown as new (...given: unknown[]) => NotAllowed, {
    name,
    description,
    interfaces: [Refusal],
    isTypeOf: (value) => value instanceof error,
  });

refused(Forbidden, 'Forbidden', '角色或机构不符。The role or the organization is not one’s own.');
refused(NotFound, 'NotFound', '没有，或与你无关。There is none that concerns you.');
refused(
  WrongState,
  'WrongState',
  '状态不允许；可能别人先做了。Its state does not allow it; somebody may have been first.',
);
refused(
  GateClosed,
  'GateClosed',
  '发布关口未过：缺少法定或平台要求的条件。The gate is closed: something that is demanded is missing.',
);
refused(BadInput, 'BadInput', '给出的内容不对。What was given cannot be right.');

/** What every step may be refused for. */
export const refusable = {
  dataField: { description: '结果。The result.' },
  types: [Forbidden, NotFound, WrongState, GateClosed, BadInput] as (new (...given: never[]) => NotAllowed)[],
};
