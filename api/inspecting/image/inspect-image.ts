import ExifReader from 'exifreader';
import { personalInformationIn } from '../../core/personal-information/index.ts';
import { masked, maskedName } from '../../core/personal-information/masked.ts';
import { namesSomebody } from '../author.ts';
import { type FilePlace, type InspectionFinding, notInspected, personal, placed, told, wholeFile } from '../finding.ts';

const remedy = [
  '请另存为不带拍摄信息的图片（如重新截图，或用画图软件另存）。',
  'Save the picture without its camera data (a screenshot of it, or saved again in a paint program).',
] as const;

const location = /^GPS(?:Latitude|Longitude|Position|DestLatitude|DestLongitude)$/;
const author = /^(?:Artist|By-line|CameraOwnerName|OwnerName|Owner Name|XPAuthor|Author|creator|Creator)$/;
const serial =
  /^(?:BodySerialNumber|CameraSerialNumber|SerialNumber|Serial Number|LensSerialNumber|InternalSerialNumber)$/;
const words =
  /^(?:ImageDescription|UserComment|XPComment|XPSubject|XPTitle|XPKeywords|Caption\/Abstract|Headline|description|title|Comment|Copyright)$/;

interface Tag {
  readonly description?: unknown;
}

const within = (at: FilePlace, name: string): FilePlace =>
  at === wholeFile
    ? placed(`图片属性 ${name}`, `property ${name} of the picture`)
    : { ...at, place: { zh: `${at.place.zh}：${name}`, en: `${at.place.en}: ${name}` } };

function findingsOf(name: string, text: string, at: FilePlace): InspectionFinding[] {
  const place = within(at, name);
  if (location.test(name))
    return [
      told(
        'image-location',
        place,
        masked(text, 2, 0),
        ['图片带有拍摄地点。', 'The picture tells where it was taken.'],
        remedy,
      ),
    ];
  if (author.test(name))
    return namesSomebody(text)
      ? [
          told(
            'image-author',
            place,
            maskedName(text),
            ['图片属性中有个人姓名。', 'A property of the picture names somebody.'],
            remedy,
          ),
        ]
      : [];
  if (serial.test(name))
    return [
      told(
        'image-serial-number',
        place,
        masked(text, 2, 1),
        ['图片带有相机序列号。', 'The picture tells the serial number of the camera.'],
        remedy,
      ),
    ];
  return words.test(name) ? personalInformationIn(text).map((datum) => personal(datum, place)) : [];
}

/**
 * What a picture says beside what it shows: where, by whom and with which camera it was taken (EXIF, IPTC, XMP). What it
 * shows is for people to look at.
 */
export async function inspectImage(
  bytes: Uint8Array,
  at: FilePlace = wholeFile,
): Promise<readonly InspectionFinding[]> {
  let tags: Readonly<Record<string, Tag | undefined>>;
  try {
    tags = (await ExifReader.load(Buffer.from(bytes), { async: true })) as unknown as typeof tags;
  } catch {
    return [
      notInspected('图片已损坏，或其格式无法读取。', 'The picture is damaged, or its format cannot be read.', at),
    ];
  }
  return Object.entries(tags).flatMap(([name, tag]) => {
    const text = typeof tag?.description === 'string' ? tag.description : String(tag?.description ?? '');
    return text.trim() === '' ? [] : findingsOf(name, text.trim().slice(0, 10_000), at);
  });
}
