import type { OperationOutput } from '#shared/contract/contract.ts';

export type Review = OperationOutput<'privacy.review'>;

export type DueEntry = Review['pupils'][number];

export type CommonDue = Review['common'][number];

export type Rule = OperationOutput<'privacy.rules'>['rules'][number];

export type Held = OperationOutput<'privacy.held'>;

/** A pupil by our own id, or by the UPN in received returns. */
export type Subject = { readonly pupilId: string } | { readonly upn: string };
