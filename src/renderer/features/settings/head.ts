import type { OperationOutput } from '#shared/contract/contract.ts';

export type School = OperationOutput<'school.get'>;

/** A head teacher or an acting head, with the dates in office. */
export type Head = School['heads'][number];
