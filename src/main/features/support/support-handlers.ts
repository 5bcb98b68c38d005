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
import { listStaff } from './list-staff.ts';
import { saveStaff } from './save-staff.ts';
import { handOver } from './hand-over.ts';
import { previewAttendance } from './preview-attendance.ts';
import { importAttendance } from './import-attendance.ts';
import { listDue } from './list-due.ts';
import { setRisk } from './set-risk.ts';
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
  'support.staff': listStaff,
  'support.save-staff': saveStaff,
  'support.hand-over': handOver,
  'support.preview-attendance': previewAttendance,
  'support.import-attendance': importAttendance,
  'support.due': listDue,
  'support.set-risk': setRisk,
} satisfies Partial<Handlers>;
