import type { OperationOutput } from '#shared/contract/contract.ts';

/** A case as main tells it. */
export type Case = OperationOutput<'exclusions.get'>;

export type CaseEvent = Case['events'][number];

export type Step = Case['steps'][number];

export type LetterRow = OperationOutput<'letters.list'>['letters'][number];
