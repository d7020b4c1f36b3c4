import type { Bilingual } from '../../core/finding.ts';
import type { RelationType } from './content.ts';

/** How a relation is called from the document that states it, and from the one it points to. */
export interface RelationLabel {
  readonly label: Bilingual;
  readonly inverse: Bilingual;
}

const relation = (zh: string, en: string, inverseZh: string, inverseEn: string): RelationLabel => ({
  label: { zh, en },
  inverse: { zh: inverseZh, en: inverseEn },
});

/** Every relation between documents with its names in both directions. */
export const RELATION_LABELS: Readonly<Record<RelationType, RelationLabel>> = {
  BASED_ON: relation('依据', 'based on', '是其依据', 'is the basis of'),
  CITES: relation('引用', 'cites', '被引用于', 'cited by'),
  IMPLEMENTS: relation('落实', 'implements', '被落实于', 'implemented by'),
  CARRIES: relation('印发', 'carries', '由其印发', 'carried by'),
  FORWARDS: relation('转发', 'forwards', '被转发于', 'forwarded by'),
  AMENDS: relation('修改', 'amends', '被修改于', 'amended by'),
  REPEALS: relation('废止', 'repeals', '被废止于', 'repealed by'),
  SUPERSEDES: relation('代替', 'supersedes', '被代替于', 'superseded by'),
  INTERPRETS: relation('解读', 'interprets', '解读见', 'interpreted by'),
  DRAFT_OF: relation('征求意见稿', 'draft of', '有征求意见稿', 'has draft'),
  DECISION_OF: relation('重大行政决策', 'decision of', '出自决策', 'decided by'),
  CORRECTS: relation('更正', 'corrects', '被更正于', 'corrected by'),
};
