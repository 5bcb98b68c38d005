import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';

/** What the Record screen holds, defaults filled in. */
export type Draft = ParsedInput<'exclusions.preview'>;

export type Preview = OperationOutput<'exclusions.preview'>;

/** Something that stands in the way of issuing (error) or deserves a second look (warning). */
export type Problem = Preview['problems'][number];
