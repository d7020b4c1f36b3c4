import { maskedName } from '../core/personal-information/masked.ts';
import { type FilePlace, type InspectionFinding, told } from './finding.ts';

/** What programs and new computers call everybody. */
const anybody =
  /^(?:admin(?:istrator)?|user|users|owner|root|guest|test|pc|unknown|anonymous|author|作者|用户|匿名|未知|管理员|微软用户|系统管理员|n\/?a|none|null|-+)?\d*$|windows|microsoft|\bwps\b|openpyxl|apache|poi\b|sheetjs|exceljs|libreoffice|kingsoft|lenovo|联想|huawei|xiaomi|thinkpad|dell|asus|\bhp\b|deepin|\buos\b|麒麟|统信|金山|aspose|python|acrobat|adobe|oracle/i;
/** An office is not a person. */
const office =
  /[局办委厅部院所站处科室会校园司厂社队组]$|中心|公司|政府|集团|银行|学校|机关|街道|office|bureau|department|county/i;

/** Whether a property of a file names somebody. */
export const namesSomebody = (value: string): boolean => {
  const text = value.trim();
  return text !== '' && !anybody.test(text) && !office.test(text);
};

/** Somebody named where readers do not look: 作者, 最后保存者, 批注作者. */
export const documentAuthor = (name: string, at: FilePlace): InspectionFinding =>
  told(
    'document-author',
    at,
    maskedName(name.trim()),
    ['文件属性中有个人姓名或账户名。', 'A property of the file names a person or an account.'],
    [
      '请在“文件—信息—检查文档”中删除文档属性和个人信息。',
      'Remove properties and personal information (File, Info, Inspect Document).',
    ],
  );

const userFolder = /(?:[\\/]Users[\\/]|[\\/]home[\\/]|Documents and Settings[\\/])([^\\/]+)/i;

/** Where a file lay on somebody's computer, when that names the account; null for any other path. */
export function localPath(path: string, at: FilePlace): InspectionFinding | null {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // A path with a bare % in it is a path all the same.
  }
  const account = userFolder.exec(plain)?.[1] ?? '';
  if (!namesSomebody(account) || /^public$/i.test(account)) return null;
  return told(
    'local-path',
    at,
    maskedName(account),
    ['文件中存有本机路径，其中有账户名。', 'The file keeps a path on a computer, which names an account.'],
    [
      '请断开外部链接，并用“检查文档”删除个人信息。',
      'Break external links, and remove personal information (Inspect Document).',
    ],
  );
}
