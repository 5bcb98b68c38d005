import type { StayTask } from '../../ui/stays/types.ts';
import type { Stay } from './types.ts';

interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly StayTask[];
}

const AFTER = new Set<StayTask['kind']>(['report', 'evaluation-parent', 'evaluation-pupil', 'follow-up']);

const BEFORE = new Set<StayTask['kind']>(['paper', 'code-of-conduct']);

/** What a stay owes before the pupil comes, during the stay and after it; each in the order of its days, done ones last. */
export function groupTasks({
  tasks,
  expectedFrom,
  actualFrom,
}: Pick<Stay, 'tasks' | 'expectedFrom' | 'actualFrom'>): readonly TaskGroup[] {
  const begins = actualFrom ?? expectedFrom;
  const when = ({ kind, beforeArrival, dueOn }: StayTask): 0 | 1 | 2 => {
    if (AFTER.has(kind)) return 2;
    const early = kind === 'work-set' && dueOn !== undefined && dueOn < begins;
    return beforeArrival || early || BEFORE.has(kind) ? 0 : 1;
  };
  const inOrder = tasks.toSorted(
    (one, other) =>
      Number(one.doneOn !== undefined) - Number(other.doneOn !== undefined) ||
      (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'),
  );
  return ['Before the pupil comes', 'During the stay', 'After the stay'].flatMap((title, at) => {
    const of = inOrder.filter((task) => when(task) === at);
    return of.length === 0 ? [] : [{ title, tasks: of }];
  });
}
