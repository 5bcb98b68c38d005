import type { z } from 'zod';
import type { Permission } from '../permissions/roles.ts';

/**
 * One thing the app can do, as a value: the client, the handlers' types, the permission matrix, the command line and
 * the tests' coverage all come from it.
 */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  /** One sentence for the command line's list. */
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  /** Long work: runs beside the window in a worker, reports progress and can be cancelled. */
  readonly long?: true;
}

type Definition<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<I, O>, 'kind'>;

export const query = <I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Operation<I, O> => ({
  kind: 'query',
  ...definition,
});

export const command = <I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Operation<I, O> => ({ kind: 'command', ...definition });
