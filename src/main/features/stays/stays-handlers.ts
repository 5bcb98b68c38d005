import type { Handlers } from '../context.ts';
import { addTask } from './add-task.ts';
import { chooseForStay } from './choose-for-stay.ts';
import { doTask } from './do-task.ts';
import { getStay } from './get-stay.ts';
import { listStays } from './list-stays.ts';
import { listTasks } from './list-tasks.ts';
import { markPlaces } from './mark-places.ts';
import { noteCourse } from './note-course.ts';
import { noteVisit } from './note-visit.ts';
import { printReport } from './print-report.ts';
import { readRegister } from './read-register.ts';
import { reopenTask } from './reopen-task.ts';
import { writeReport } from './write-report.ts';

export const staysHandlers = {
  'stays.get': getStay,
  'stays.list': listStays,
  'stays.register': readRegister,
  'stays.mark': markPlaces,
  'stays.choose': chooseForStay,
  'stays.visit': noteVisit,
  'stays.add-task': addTask,
  'stays.do-task': doTask,
  'stays.reopen-task': reopenTask,
  'stays.report': writeReport,
  'stays.course': noteCourse,
  'stays.tasks': listTasks,
  'stays.print-report': printReport,
} satisfies Partial<Handlers>;
