import { z } from 'zod';
import {
  ATTENDANCE_REASONS,
  PLACEMENT_PURPOSES,
  PLACE_OUTCOMES,
  STAY_TASK_KINDS,
} from '../domain/placements/types.ts';
import { PROVIDER_KINDS, TRANSPORTERS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { attendance, report, stayPlace, task, whose } from './stay-parts.ts';
import { clockTime, dayWithRoom, fileId, id, isoDate, line, nothing, placeState, slot } from './parts.ts';

const longText = z.string().trim().max(4000, 'Use at most 4,000 characters.');

export const staysContract = {
  'stays.get': query({
    summary: 'One stay: its sessions with attendance, what it owes, the report, courses and visits.',
    permission: 'places.view',
    records: 'view',
    input: z.object({ placementId: id }),
    output: z.object({
      ...whose,
      version: z.number().int(),
      exclusionId: id.optional(),
      title: z.string(),
      purpose: z.enum(PLACEMENT_PURPOSES),
      schoolName: z.string(),
      providerKind: z.enum(PROVIDER_KINDS),
      address: z.string().optional(),
      contactName: z.string().optional(),
      contactPhone: z.string().optional(),
      /** Parents and carers who can be rung about the pupil, in the order in which they are tried. */
      call: z.array(z.object({ name: z.string(), phone: z.string() })),
      transport: z.enum(TRANSPORTERS).optional(),
      /** As first booked, and as it came. */
      expectedFrom: isoDate,
      expectedTo: isoDate,
      actualFrom: isoDate.optional(),
      actualTo: isoDate.optional(),
      movedFromId: id.optional(),
      /** Earlier stays of the pupil at this provider; several runs for one exclusion are one stay. */
      earlierStays: z.number().int(),
      override: z.object({ reason: z.string(), by: z.string() }).optional(),
      parentChooses: z.boolean(),
      parentChoice: z.enum(['attend', 'home']).optional(),
      parentChoiceOn: isoDate.optional(),
      places: z.array(stayPlace),
      hours: z.array(z.object({ monday: isoDate, hours: z.number() })),
      tasks: z.array(task),
      /** Why the pupil cannot be marked as arrived yet. */
      beforeArrival: z.array(z.string()),
      visits: z.array(
        z.object({ date: isoDate, visitor: z.string(), made: z.boolean(), note: z.string().optional() }),
      ),
      courses: z.array(
        z.object({
          course: z.string(),
          total: z.number().int(),
          /** Over all stays, and at this one. */
          done: z.number().int(),
          doneHere: z.number().int(),
          completed: z.boolean(),
        }),
      ),
      report: report.optional(),
      attendance: z.object({
        attended: z.number().int(),
        possible: z.number().int(),
        late: z.number().int(),
      }),
    }),
  }),
  'stays.list': query({
    summary: 'The stays of a pupil, of an exclusion or at a provider, newest first.',
    permission: 'places.view',
    records: 'view',
    input: z.object({ pupilId: id.optional(), exclusionId: id.optional(), providerId: id.optional() }),
    output: z.object({
      stays: z.array(
        z.object({
          ...whose,
          exclusionId: id.optional(),
          purpose: z.enum(PLACEMENT_PURPOSES),
          from: isoDate,
          to: isoDate,
          sessions: z.number().int(),
          attended: z.number().int(),
          /** Tasks that are still owed. */
          open: z.number().int(),
          cancelled: z.boolean(),
        }),
      ),
    }),
  }),
  'stays.register': query({
    summary: 'Who comes to a provider on a day, and with what.',
    permission: 'places.view',
    records: 'view',
    input: z.object({ providerId: id, date: dayWithRoom.optional() }),
    output: z.object({
      date: isoDate,
      label: z.string(),
      providerName: z.string(),
      host: z.string().optional(),
      previousDay: isoDate,
      nextDay: isoDate,
      sessions: z.array(
        z.object({
          slot,
          starts: z.string(),
          ends: z.string(),
          capacity: z.number().int(),
          adults: z.array(z.string()),
          adultsNeeded: z.number().int(),
          closed: z.string().optional(),
          pupils: z.array(
            z.object({
              ...whose,
              placeId: id,
              state: placeState,
              purpose: z.enum(PLACEMENT_PURPOSES),
              schoolName: z.string(),
              escort: z.string().optional(),
              /** Papers, signatures and work that are not there yet. */
              missing: z.array(z.string()),
              /** Those of them without which the pupil cannot be marked as attended. */
              bars: z.array(z.string()),
              /** What came with the pupil. */
              received: z.array(z.string()),
              repeat: z.boolean(),
              ...attendance.shape,
            }),
          ),
        }),
      ),
    }),
  }),
  'stays.mark': command({
    summary:
      'Mark what came of places: attended, absent, declined or excluded from the centre, with times and reason.',
    permission: 'stays.work',
    input: z.object({
      marks: z
        .array(
          z.object({
            placeId: id,
            outcome: z.enum(PLACE_OUTCOMES).nullable(),
            reason: z.enum(ATTENDANCE_REASONS).optional(),
            note: z.string().trim().max(400).optional(),
            arrivedAt: clockTime.optional(),
            leftAt: clockTime.optional(),
          }),
        )
        .min(1)
        .max(200),
      /** Lets a pupil in whose papers or signatures are missing; needs the role that may. */
      override: z.object({ reason: line('why', 200) }).optional(),
    }),
    output: z.object({
      /** What is owed now and was not before. */
      tasks: z.array(z.string()),
      /** Coming places that an exclusion from the centre gave up. */
      givenUp: z.number().int(),
    }),
  }),
  'stays.choose': command({
    summary: 'Note what the parents chose: attend, or stay at home, which declines the coming sessions.',
    permission: 'stays.work',
    input: z.object({
      placementId: id,
      version: z.number().int(),
      choice: z.enum(['attend', 'home']),
      on: isoDate,
    }),
    output: nothing,
  }),
  'stays.visit': command({
    summary: 'Plan a visit to a pupil who studies at home, call it off, or note that it was made.',
    permission: 'stays.work',
    input: z.object({
      placementId: id,
      date: isoDate,
      visitor: line('who visits'),
      made: z.boolean(),
      note: z.string().trim().max(400).optional(),
      calledOff: z.boolean().default(false).describe('The visit that was planned will not take place'),
    }),
    output: nothing,
  }),
  'stays.add-task': command({
    summary: 'Add work set, a review or something else that a stay owes.',
    permission: 'stays.work',
    input: z.object({
      placementId: id,
      kind: z.enum(STAY_TASK_KINDS),
      title: line('what is to be done', 200),
      dueOn: isoDate.optional(),
    }),
    output: z.object({ id }),
  }),
  'stays.do-task': command({
    summary: 'Note that something a stay owes is done; unsuitable work goes back to the school as a new one.',
    permission: 'stays.work',
    input: z.object({
      taskId: id,
      version: z.number().int(),
      on: isoDate,
      by: z.string().trim().max(120).optional(),
      verdict: z.enum(['suitable', 'unsuitable']).optional(),
      note: z.string().trim().max(1000).optional(),
    }),
    output: z.object({ followedBy: z.string().optional() }),
  }),
  'stays.reopen-task': command({
    summary: 'Take back that something was done, or drop what is no longer owed, with a reason.',
    permission: 'stays.work',
    input: z.object({
      taskId: id,
      version: z.number().int(),
      as: z.enum(['open', 'dropped']),
      reason: line('why', 200),
    }),
    output: nothing,
  }),
  'stays.report': command({
    summary: 'Write the end-of-placement report, or finish it.',
    permission: 'stays.work',
    input: z.object({
      placementId: id,
      version: z.number().int().optional(),
      work: longText,
      behaviour: longText,
      nextSteps: longText,
      finish: z.boolean().default(false),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  'stays.course': command({
    summary: 'Note sessions of a course that were done at a stay.',
    permission: 'stays.work',
    input: z.object({
      placementId: id,
      course: line('the course', 80),
      sessions: z.number().int().min(1).max(60),
      on: isoDate,
    }),
    output: z.object({ done: z.number().int(), total: z.number().int() }),
  }),
  'stays.tasks': query({
    summary: 'What stays owe, overdue, today and this week, and places that came free for those who wait.',
    permission: 'places.view',
    input: z.object({ date: dayWithRoom.optional() }),
    output: z.object({
      tasks: z.array(task.extend(whose)),
      /** Booked places of the last four weeks, before that day, that nobody marked; by register, oldest first. */
      unmarked: z.array(
        z.object({ providerId: id, providerName: z.string(), date: isoDate, places: z.number().int() }),
      ),
    }),
  }),
  'stays.print-report': command({
    summary: 'The end-of-placement report as PDF or Word.',
    permission: 'places.view',
    records: 'export',
    input: z.object({
      placementId: id,
      format: z.enum(['pdf', 'word']),
      destination: fileId.optional().describe('Where to write; the window asks with a dialog instead'),
    }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
};
