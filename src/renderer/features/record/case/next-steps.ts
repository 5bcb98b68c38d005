import type { OperationOutput } from '#shared/contract/contract.ts';
import type { DutyShown } from '../../../ui/duties/types.ts';

type Letter = OperationOutput<'letters.list'>['letters'][number];

export interface NextSteps {
  /** The call to the parents, while it is owed or was made. */
  readonly phone: DutyShown | undefined;
  /** The letter to send next: of those needed the first that was not sent, or is out of date. */
  readonly letter: Letter | undefined;
  /** Sessions to come without a place. */
  readonly uncovered: number;
  /** What to do first of what leads to another page. */
  readonly first: 'phone' | 'letter' | 'places' | undefined;
}

interface Known {
  readonly duties: readonly DutyShown[];
  readonly letters: readonly Letter[];
  readonly uncovered: number;
  /** Whether education is owed in this case, by law or by promise: the letter then names the place. */
  readonly educationDue: boolean;
}

/**
 * What is next in a case just issued: the call, the letter, the places. The letter comes before the places, unless it
 * still has gaps and has to name a place that is not found yet.
 */
export function nextSteps({ duties, letters, uncovered, educationDue }: Known): NextSteps {
  const phone = duties.find(({ key, status }) => key === 'tell-parents-phone' && status !== 'no-longer-owed');
  const letter = letters.find(({ needed, state }) => needed && state !== 'issued');
  const placeFirst = letter !== undefined && letter.missing > 0 && uncovered > 0 && educationDue;
  const first =
    letter !== undefined && !placeFirst
      ? 'letter'
      : uncovered > 0
        ? 'places'
        : phone !== undefined && phone.status !== 'done'
          ? 'phone'
          : undefined;
  return { phone, letter, uncovered, first };
}
