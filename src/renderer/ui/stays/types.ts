import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';

/** Something a stay owes, as main tells it. */
export type StayTask = OperationOutput<'stays.get'>['tasks'][number];

/** A stay in a list. */
export type StayListed = OperationOutput<'stays.list'>['stays'][number];

/** What came of one place so far. */
export type Attendance = Pick<
  OperationOutput<'stays.get'>['places'][number],
  'outcome' | 'reason' | 'note' | 'arrivedAt' | 'leftAt'
>;

/** What is marked for one place; without an outcome the mark is taken back. */
export type Mark = Omit<OperationInput<'stays.mark'>['marks'][number], 'placeId'>;

/** What is noted when something a stay owes was done. */
export type TaskNote = Omit<OperationInput<'stays.do-task'>, 'taskId' | 'version'>;

/** How tasks are noted: what `useStayNotes` of the client gives. */
export interface TaskNotes {
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly clear: () => void;
  readonly done: (task: StayTask, note: TaskNote, then: (followedBy: string | undefined) => void) => void;
  readonly takeBack: (task: StayTask, as: 'open' | 'dropped', reason: string, then: () => void) => void;
}
