import type { FulfilledDuty, LetterId, LetterTemplate, Paragraph } from '../../domain/letters/types.ts';
import { SIGNED_BY_HEAD } from './paragraphs/closing.ts';
import { EXAMS, noticeHead, PARTICULARS, TAKEN_BACK } from './paragraphs/notice.ts';

interface NoticeOptions {
  readonly id: LetterId;
  readonly title: string;
  readonly party: string;
  /** The gap with name and address. */
  readonly lines: string;
  readonly duties: readonly FulfilledDuty[];
  /** Why this reader is told. */
  readonly opening: string;
  /** What it means for this reader. */
  readonly after: readonly Paragraph[];
}

/** A notice to somebody who must be told: the same particulars, an own opening and end. */
export const notice = ({
  id,
  title,
  party,
  lines,
  duties,
  opening,
  after,
}: NoticeOptions): LetterTemplate => ({
  id,
  version: 1,
  title,
  party,
  duties,
  paragraphs: [
    ...noticeHead(lines),
    { id: 'opening', kind: 'paragraph', locked: true, covers: [], when: ['in-force'], text: opening },
    ...PARTICULARS,
    ...TAKEN_BACK,
    ...EXAMS,
    ...after,
    {
      id: 'school-contact',
      kind: 'paragraph',
      locked: false,
      covers: [],
      text: 'For anything further please speak to {schoolContact}.',
    },
    SIGNED_BY_HEAD,
  ],
});
