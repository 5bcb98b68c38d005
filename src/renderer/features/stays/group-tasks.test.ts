import { expect, test } from 'vitest';
import type { StayTask } from '../../ui/stays/types.ts';
import { groupTasks } from './group-tasks.ts';

const task = (title: string, kind: StayTask['kind'], more: Partial<StayTask> = {}): StayTask => ({
  id: title,
  version: 1,
  kind,
  title,
  beforeArrival: false,
  overdue: false,
  ...more,
});

test('puts what is owed before, during and after the stay, what is done last', () => {
  const groups = groupTasks({
    expectedFrom: '2025-11-17',
    tasks: [
      task('Report', 'report', { dueOn: '2025-11-28' }),
      task('Risk assessment', 'paper', { beforeArrival: true, doneOn: '2025-11-14' }),
      task('Handover form', 'paper', { beforeArrival: true, dueOn: '2025-11-14' }),
      task('Work for the first week', 'work-set', { dueOn: '2025-11-14' }),
      task('Work for the second week', 'work-set', { dueOn: '2025-11-21' }),
      task('Review of the first week', 'weekly-review', { dueOn: '2025-11-20' }),
    ],
  });
  expect(groups.map(({ title, tasks }) => [title, ...tasks.map((one) => one.title)])).toEqual([
    ['Before the pupil comes', 'Handover form', 'Work for the first week', 'Risk assessment'],
    ['During the stay', 'Review of the first week', 'Work for the second week'],
    ['After the stay', 'Report'],
  ]);
});
