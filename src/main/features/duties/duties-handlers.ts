import type { Handlers } from '../context.ts';
import { exportCalendar } from './export-calendar.ts';
import { fulfilDuty } from './fulfil-duty.ts';
import { listDuties } from './list-duties.ts';
import { readDutyBoard } from './read-board.ts';
import { reopenDuty } from './reopen-duty.ts';

export const dutiesHandlers = {
  'duties.list': listDuties,
  'duties.board': readDutyBoard,
  'duties.fulfil': fulfilDuty,
  'duties.reopen': reopenDuty,
  'duties.export-calendar': exportCalendar,
} satisfies Partial<Handlers>;
