import { assertNever } from '../../kernel/assert-never.ts';
import type { LetterNeed } from '../../domain/letters/letters-of.ts';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { formatHalfDays } from '../exclusion-words.ts';

const CHAINED = {
  further: 'follows straight after',
  extension: 'makes longer',
  conversion: 'makes permanent',
};

/** Why a letter is needed, or not yet, in one sentence. */
export function whyLetter({ because }: LetterNeed): string {
  switch (because.type) {
    case 'term-total': {
      const total = formatHalfDays(because.halfDays);
      return because.over === 0
        ? `The term’s total is ${total}, not more than 5.`
        : `The term’s total is ${total}, more than ${String(because.over)}.`;
    }
    case 'permanent':
      return 'It is a permanent exclusion.';
    case 'lunchtime':
      return `It is for ${String(because.lunchtimes)} ${because.lunchtimes === 1 ? 'lunchtime' : 'lunchtimes'}.`;
    case 'examination':
      return `An examination would be missed (${because.name}, ${formatDate(because.date)}): the governors must meet.`;
    case 'follows':
      return `It ${CHAINED[because.as]} another: ${because.title}.`;
    case 'taken-back':
      return 'It was taken back, and whoever was told of it is told of that.';
    case 'owed':
      return 'They must be told without delay.';
    case 'once-a-term':
      return 'Not asked for now; can be sent, or reported once a term.';
    case 'meeting-set':
      return `The governors meet on ${formatDate(because.on)}.`;
    case 'no-meeting-yet':
      return 'Once a governors’ meeting is set.';
    case 'decided':
      return `The governors decided on ${formatDate(because.on)}.`;
    case 'not-decided-yet':
      return 'Once the governors have decided.';
    default:
      return assertNever(because);
  }
}
