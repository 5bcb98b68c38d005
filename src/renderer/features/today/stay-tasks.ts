import type { OperationOutput } from '#shared/contract/contract.ts';

/** What stays owe about a day, as main tells it. */
export type StayTasks = OperationOutput<'stays.tasks'>;
