import { builder } from '../../graphql/builder.ts';
import { Code, coded, codedOrNull, codeOf } from '../../graphql/code.ts';
import type { Context } from '../../graphql/context.ts';
import { divisionField } from '../../graphql/division.ts';
import {
  areaCodes,
  audienceCodes,
  categoryCodes,
  methodCodes,
  natureCodes,
  stepCodes,
  typeCodes,
} from './code-lists.ts';
import { DoorSide } from './enums.ts';
import { type AreaRow, type CategoryRow, type SchoolRow, type StepRow, schoolsOf } from './reads.ts';

export const EnrollmentSchool = builder.objectRef<SchoolRow>('EnrollmentSchool').implement({
  description: '一所学校及其当年招生计划和结果（只有人数）。A school with its plan and result of the year, as counts.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '学校名称。Its name.' }),
    code: t.exposeString('code', { nullable: true, description: '学校标识码，10 位。Code of the school, 10 digits.' }),
    nature: coded(t, natureCodes, 'nature', '公办或民办。Public or private.'),
    type: codedOrNull(t, typeCodes, 'type', '办学层次。Type of school.'),
    town: t.exposeString('town', { nullable: true, description: '所在镇街。The town it is in.' }),
    address: t.exposeString('address', { nullable: true, description: '地址。Address.' }),
    phone: t.exposeString('phone', { nullable: true, description: '办公电话。Office telephone.' }),
    licence: t.exposeString('licence', {
      nullable: true,
      description: '办学许可证（民办）。Licence of a private school.',
    }),
    capacity: t.exposeInt('capacity', {
      nullable: true,
      description: '办学规模，人（民办）。Capacity of a private school.',
    }),
    classes: t.exposeInt('classes', { nullable: true, description: '招生班数。Classes planned.' }),
    places: t.exposeInt('places', { nullable: true, description: '计划人数。Children planned.' }),
    perClass: t.string({
      nullable: true,
      description: '每班人数，一位小数。Children per class, one decimal.',
      resolve: ({ classes, places }) =>
        classes === null || places === null || classes === 0
          ? null
          : (Math.round((places * 10) / classes) / 10).toFixed(1),
    }),
    boarding: t.exposeBoolean('boarding', { nullable: true, description: '是否寄宿。Whether children board.' }),
    method: codedOrNull(t, methodCodes, 'method', '录取方式。Method of admission.'),
    registered: t.exposeInt('registered', { nullable: true, description: '报名人数。How many registered.' }),
    admitted: t.exposeInt('admitted', { nullable: true, description: '录取人数。How many were admitted.' }),
  }),
});

/** The schools of an area, as its row names them. */
export async function areaSchools({ editionId, schools }: AreaRow, context: Context): Promise<SchoolRow[]> {
  const all = await schoolsOf(context, editionId);
  return schools.flatMap((position) => all.find((school) => school.position === position) ?? []);
}

export const CatchmentArea = builder.objectRef<AreaRow>('CatchmentArea').implement({
  description: '招生范围中的一项：一个村、社区、小区或一段路。One thing a catchment area names.',
  fields: (t) => ({
    kind: coded(t, areaCodes, 'kind', '村、社区、小区、路段、四至等。What it is.'),
    place: t.string({
      description: '名称或范围，照原文；坐标范围见 polygon。Name or extent as written; of a polygon see polygon.',
      resolve: ({ kind, place }) => (kind === 'POLYGON' ? '坐标范围' : place),
    }),
    polygon: t.string({
      nullable: true,
      description:
        '坐标范围，GeoJSON（RFC 7946）文本，经纬度。The polygon as text of GeoJSON (RFC 7946), longitude and latitude.',
      resolve: ({ kind, place }) => (kind === 'POLYGON' ? place : null),
    }),
    town: t.exposeString('town', { nullable: true, description: '所在镇街。The town.' }),
    division: divisionField(t, 'divisionCode', '对应的村或社区（行政区划）。The village or community it is.'),
    doors: t.string({
      nullable: true,
      description: '门牌范围，如 1—99号单号。Doors, with the side of the road.',
      resolve: ({ kind, doorFrom, doorTo, parity }) => {
        if (kind !== 'ROAD') return null;
        const side = { ODD: '单号', EVEN: '双号' }[parity] ?? '';
        if (doorFrom === null && doorTo === null) return side === '' ? '全路' : side;
        return `${doorFrom ?? 1}—${doorTo ?? '最末'}号${side}`;
      },
    }),
    side: t.field({
      type: DoorSide,
      nullable: true,
      description: '路段的哪一侧；不是路段时为 null。Which side of a road; null for what is none.',
      resolve: ({ kind, parity }) => (kind === 'ROAD' ? (parity as 'ALL') : null),
    }),
    doorFrom: t.exposeInt('doorFrom', { nullable: true, description: '门牌起（含）。First door.' }),
    doorTo: t.exposeInt('doorTo', { nullable: true, description: '门牌止（含）。Last door.' }),
    clause: t.exposeString('clause', { nullable: true, description: '依据的条款。The clause it rests on.' }),
    isShared: t.boolean({
      description: '是否多校划片：几所学校共同的范围。Whether several schools share it.',
      resolve: ({ schools }) => schools.length > 1,
    }),
    schools: t.field({
      type: [EnrollmentSchool],
      description: '对口学校：一所，或多校划片的几所。Its school, or the schools that share it.',
      resolve: (area, _, context) => areaSchools(area, context),
    }),
  }),
});

export const AdmissionRequirement = builder.objectRef<CategoryRow>('AdmissionRequirement').implement({
  description: '一类入学对象的条件和所需材料。What one category of children must meet and bring.',
  fields: (t) => ({
    category: coded(t, categoryCodes, 'category', '入学类别。The category.'),
    conditions: t.stringList({ description: '条件。Conditions.', resolve: ({ conditions }) => [...conditions] }),
    materials: t.stringList({
      description: '所需材料。What must be brought.',
      resolve: ({ materials }) => [...materials],
    }),
    clause: t.exposeString('clause', { nullable: true, description: '依据的条款。The clause it rests on.' }),
  }),
});

export const EnrollmentStep = builder.objectRef<StepRow>('EnrollmentStep').implement({
  description: '招生的一个环节及日期。One step of the enrollment and its days.',
  fields: (t) => ({
    step: t.field({ type: Code, description: '环节。The step.', resolve: ({ step }) => codeOf(stepCodes, step) }),
    audience: coded(t, audienceCodes, 'audience', '适用于公办、民办或全部。For public, private or all schools.'),
    from: t.expose('from', { type: 'Date', description: '开始日期。First day.' }),
    to: t.expose('to', { type: 'Date', description: '结束日期（含）。Last day.' }),
    note: t.exposeString('note', { nullable: true, description: '说明。A note.' }),
  }),
});
