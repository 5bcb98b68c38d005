import type { Handlers } from '../context.ts';
import { exportCalendar } from './export-calendar.ts';

/** Deadlines that leave First Day as a calendar file. */
export const dutyCalendarHandlers = {
  'duties.export-calendar': exportCalendar,
} satisfies Partial<Handlers>;
