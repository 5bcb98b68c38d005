import type { OperationOutput } from '#shared/contract/contract.ts';

/** What the pupil's page is made from. */
export type PupilFound = OperationOutput<'pupils.get'>;

/** Somebody to tell about a pupil. */
export type Contact = OperationOutput<'contacts.list'>['contacts'][number];

export type EarlierEntry = PupilFound['earlier'][number];
