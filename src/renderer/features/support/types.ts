import type { OperationOutput } from '#shared/contract/contract.ts';

/** A row of the at-risk register. */
export type Row = OperationOutput<'support.list'>['entries'][number];

export type Entry = OperationOutput<'support.entry'>;

export type Criteria = OperationOutput<'support.criteria'>;

/** Who may be a key worker, and whom each of them has. */
export type Directory = OperationOutput<'support.staff'>;

export type Person = Directory['staff'][number];
