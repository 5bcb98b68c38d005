import { z } from 'zod';
import { command, query } from './operation.ts';
import { clockTime, fileId, id, isoDate, line, nothing } from './parts.ts';

const optional = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`).optional();

const opened = { panelId: id, version: z.number().int() };

const meeting = z.object({
  id,
  version: z.number().int(),
  on: isoDate,
  startsAt: clockTime.optional(),
  place: z.string().optional(),
  heldOn: isoDate.optional(),
  pupils: z.number().int(),
  /** Actions that are not done. */
  actions: z.number().int(),
});

const reason = z.object({
  kind: z.enum(['no-key-worker', 'referral-returned', 'targets-not-met', 'excluded-often']),
  text: z.string(),
});

export const inclusionPanelContract = {
  'panel.list': query({
    summary: 'Meetings of the inclusion panel, and how many actions of theirs are not done.',
    permission: 'support.view',
    input: nothing,
    output: z.object({ panels: z.array(meeting) }),
  }),
  'panel.get': query({
    summary: 'One meeting of the inclusion panel: agenda, whom it should have besides, minutes and actions.',
    permission: 'support.view',
    records: 'view',
    input: z.object({ panelId: id }),
    output: meeting.extend({
      invited: z.string().optional(),
      present: z.string().optional(),
      items: z.array(
        z.object({
          pupilId: id,
          name: z.string(),
          form: z.string().optional(),
          why: z.string(),
          discussed: z.string().optional(),
          decision: z.string().optional(),
          owner: z.string().optional(),
          dueOn: isoDate.optional(),
          doneOn: isoDate.optional(),
        }),
      ),
      /** Not on the agenda yet; none once the panel was held. */
      proposals: z.array(
        z.object({ pupilId: id, name: z.string(), form: z.string().optional(), reasons: z.array(reason) }),
      ),
    }),
  }),
  'panel.save': command({
    summary: 'Call a meeting of the inclusion panel, or change its day, place and who is invited.',
    permission: 'support.edit',
    input: z.object({
      panelId: id.optional(),
      version: z.number().int().optional(),
      on: isoDate,
      startsAt: clockTime.optional(),
      place: optional(120),
      invited: optional(1000),
    }),
    output: z.object({ panelId: id }),
  }),
  'panel.put': command({
    summary: 'Put a pupil on the agenda of the inclusion panel.',
    permission: 'support.edit',
    input: z.object({ ...opened, pupilId: id, why: line('why', 1000) }),
    output: nothing,
  }),
  'panel.take-off': command({
    summary: 'Take a pupil off the agenda of the inclusion panel, before anything was minuted.',
    permission: 'support.edit',
    input: z.object({ ...opened, pupilId: id }),
    output: nothing,
  }),
  'panel.minute': command({
    summary: 'Write the minutes of one pupil at the inclusion panel, with who sees to what until when.',
    permission: 'support.edit',
    input: z.object({
      ...opened,
      pupilId: id,
      discussed: line('what was said', 4000),
      decision: line('what was decided', 1000),
      owner: optional(120).describe('Who sees to it; nobody when nothing is to be done'),
      dueOn: isoDate.optional(),
    }),
    output: nothing,
  }),
  'panel.hold': command({
    summary: 'Note that the inclusion panel was held, and who was there.',
    permission: 'support.edit',
    input: z.object({ ...opened, present: line('who was there', 1000) }),
    output: nothing,
  }),
  'panel.action-done': command({
    summary: 'Note that an action of the inclusion panel is done.',
    permission: 'support.edit',
    input: z.object({ panelId: id, pupilId: id, on: isoDate.optional().describe('Today when left out') }),
    output: nothing,
  }),
  'panel.print': command({
    summary: 'Write the agenda or the minutes of the inclusion panel as PDF or Word.',
    permission: 'support.view',
    records: 'export',
    input: z.object({
      panelId: id,
      what: z.enum(['agenda', 'minutes']),
      format: z.enum(['pdf', 'word']),
      destination: fileId.optional().describe('Where to; a dialog asks when left out'),
    }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
};
