import type { OperationOutput } from '#shared/contract/contract.ts';

export type Answer = OperationOutput<'enquiries.list'>['enquiries'][number]['answer'];

/** What a provider said that was asked for a place. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  'no-place': 'No place free',
  refused: 'Would not take the pupil',
  'no-answer': 'No answer',
  'offered-later': 'Offered a later place',
};

export const ANSWERS = [
  'no-place',
  'refused',
  'no-answer',
  'offered-later',
] as const satisfies readonly Answer[];
