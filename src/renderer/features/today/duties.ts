import type { OperationOutput } from '#shared/contract/contract.ts';

export type Board = OperationOutput<'duties.board'>;

export type BoardDuty = Board['overdue'][number];

/** A duty among those of all cases. */
export const keyOf = ({ exclusionId, key }: Pick<BoardDuty, 'exclusionId' | 'key'>): string =>
  `${exclusionId} ${key}`;
