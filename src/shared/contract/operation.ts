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
  /** `anyone`: also before anybody has signed in, while the window is locked, and to every role. */
  readonly permission: Permission | 'anyone';
  readonly input: Input;
  readonly output: Output;
  /** Long work: runs beside the window in a worker, reports progress and can be cancelled. */
  readonly long?: true;
  /** Runs in main with threads of its own: reports progress and can be cancelled as long work does. */
  readonly followed?: true;
  /** Large enough that a backup is made first, if anything changed since the last one. */
  readonly backsUpFirst?: true;
  /** Can be answered while the database is not open (its key is missing, or it is damaged). */
  readonly withoutDatabase?: true;
  /** Can be answered before somebody has signed in to a shared database, which nobody has opened then. */
  readonly beforeSignIn?: true;
  /** The answer holds a secret that is told this once: no receipt may keep it. */
  readonly secretAnswer?: true;
  /**
   * What the audit trail notes of it beside its own changes: a pupil's record seen by somebody outside the case, or data
   * that leaves the protection of the database as a file or on paper.
   */
  readonly records?: 'view' | 'export' | 'print';
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
