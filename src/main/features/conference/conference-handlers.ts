import type { Handler, Handlers } from '../context.ts';
import { exportConference } from './export-list.ts';
import { getConferencePupil } from './get-pupil.ts';
import { readConference } from './read-conference.ts';
import { setConferenceCriteria } from './set-criteria.ts';

const conference: Handler<'authority.conference'> = (context, asked) =>
  context.read((db) => readConference(db, context, asked));

export const conferenceHandlers = {
  'authority.conference': conference,
  'authority.conference-pupil': getConferencePupil,
  'authority.set-conference-criteria': setConferenceCriteria,
  'authority.export-conference': exportConference,
} satisfies Partial<Handlers>;
