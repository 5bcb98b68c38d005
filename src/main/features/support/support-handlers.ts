import type { Handlers } from '../context.ts';
import { addMeeting } from './add-meeting.ts';
import { assignKeyWorker } from './assign-key-worker.ts';
import { getCriteria } from './get-criteria.ts';
import { getEntry } from './get-entry.ts';
import { listRegister } from './list-register.ts';
import { raiseEntry } from './raise-entry.ts';
import { reassignEntry } from './reassign-entry.ts';
import { saveCriteria } from './save-criteria.ts';
import { setAttendance } from './set-attendance.ts';
import { signOff } from './sign-off.ts';

export const supportHandlers = {
  'support.list': listRegister,
  'support.entry': getEntry,
  'support.raise': raiseEntry,
  'support.assign-key-worker': assignKeyWorker,
  'support.add-meeting': addMeeting,
  'support.sign-off': signOff,
  'support.reassign': reassignEntry,
  'support.set-attendance': setAttendance,
  'support.criteria': getCriteria,
  'support.save-criteria': saveCriteria,
} satisfies Partial<Handlers>;
