import type { OperationOutput } from '#shared/contract/contract.ts';

export type Conference = OperationOutput<'authority.conference'>;
export type Source = Conference['source'];
export type ListedPupil = Conference['pupils'][number];
export type ListedExclusion = ListedPupil['exclusions'][number];
export type ConferencePupil = OperationOutput<'authority.conference-pupil'>;
export type Stay = NonNullable<ConferencePupil['stays']>[number];
