import type { OperationOutput } from '#shared/contract/contract.ts';

/** What the pupil's page is made from. */
export type PupilFound = OperationOutput<'pupils.get'>;

export type EarlierEntry = PupilFound['earlier'][number];
