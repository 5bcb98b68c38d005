import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { BlockKind, LetterBlock } from '#shared/domain/letters/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { LetterDocument } from './letter-document.ts';

export interface ChaserFacts {
  readonly authority: { readonly code: string; readonly name: string };
  readonly school: {
    readonly name: string;
    readonly laEstab: string;
    readonly headName?: string | undefined;
    readonly address?: readonly string[] | undefined;
  };
  readonly period: {
    readonly name: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly dueOn: IsoDate;
  };
  /** How often the school was asked before. */
  readonly askedBefore: number;
  readonly today: IsoDate;
  readonly writtenBy: string;
}

/** A letter that asks a school for a return that has not come. */
export function chaserLetter(facts: ChaserFacts): LetterDocument {
  const { authority, school, period, askedBefore, today, writtenBy } = facts;
  const overdue = today > period.dueOn;
  return {
    title: `Return of exclusions, ${period.name}`,
    letterhead: { schoolName: authority.name, lines: [`Local authority ${authority.code}`] },
    blocks: [
      block('address', [school.headName ?? 'The head teacher', school.name, ...(school.address ?? [])]),
      block('date', [formatDate(today)]),
      block('heading', [`Return of exclusions, ${period.name}: school ${school.laEstab}`]),
      block('paragraph', [`Dear ${school.headName ?? 'head teacher'},`]),
      block('paragraph', [
        `We have not had your school’s return of exclusions for the ${period.name}. It takes exclusions that started from ${formatDate(period.from)} to ${formatDate(period.to)}, and ${overdue ? 'was' : 'is'} due on ${formatDate(period.dueOn)}.${askedBefore > 0 ? ` We have asked for it ${askedBefore === 1 ? 'once' : `${askedBefore} times`} before.` : ''}`,
        'Please send it now. Regulations give a school 14 days from being asked (SI 2006/2601).',
        'If nobody was excluded in that time, please send a nil return: to us, nothing received and nothing to report look alike, and your school would be left out of the figures.',
        'If you have sent it in the last few days, this letter has crossed with it and you need do nothing.',
      ]),
      block('paragraph', ['Yours sincerely,']),
      block('signature', ['', writtenBy, authority.name]),
    ],
  };
}

const block = (kind: BlockKind, lines: readonly string[]): LetterBlock => ({
  id: kind,
  kind,
  locked: true,
  lines: lines.map((text) => [{ type: 'text', text }]),
});
