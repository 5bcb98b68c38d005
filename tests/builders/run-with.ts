import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { JobReporter, Services } from '#main/features/context.ts';
import type { TestApp } from './app.ts';

interface Other extends Partial<Services> {
  readonly job?: JobReporter;
  readonly role?: Role;
}

/** Runs an operation of a test application with another file desk, job desk or reporter. */
export async function runWith<N extends OperationName>(
  app: TestApp,
  { job, role = 'administrator', ...services }: Other,
  name: N,
  input: OperationInput<N>,
): Promise<Result<OperationOutput<N>>> {
  const session = { userName: 'Test Person', role };
  const all = { ...app.services, ...services };
  return (await dispatch(all, handlers, session, name, input, job)) as Result<OperationOutput<N>>;
}
