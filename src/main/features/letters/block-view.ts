import type { OperationOutput } from '#shared/contract/contract.ts';
import type { LetterBlock } from '#shared/domain/letters/types.ts';

/** Blocks as the contract has them. */
export const blockView = (blocks: readonly LetterBlock[]): OperationOutput<'letters.open'>['blocks'] =>
  blocks.map(({ lines, ...block }) => ({ ...block, lines: lines.map((runs) => [...runs]) }));
