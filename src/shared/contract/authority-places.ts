import { z } from 'zod';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { LEFT_OUT } from '../domain/use/first-places.ts';
import { forecastOutput } from './forecast.ts';
import { command, query } from './operation.ts';
import { fileId, id, isoDate } from './parts.ts';

const count = z.number().int();
const pence = z.number().int().nullable();

const asked = {
  from: isoDate.optional().describe('First day; the start of this school year when left out'),
  to: isoDate.optional().describe('Last day, today at the latest; today when left out'),
  by: z.enum(['provider', 'school']).default('provider'),
};

/** Mean and spread of days; null where n is too small to have one. */
const days = z.object({
  n: count,
  mean: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  sd: z.number().nullable(),
});

const compliance = z.object({
  met: count,
  n: count,
  /** Exclusions that are in neither, with why. */
  leftOut: z.array(z.object({ why: z.enum(LEFT_OUT), exclusions: count })),
});

/** Places are sessions of one pupil; null is what cannot be said, never nought. */
const figures = z.object({
  /** Capacity less closures. Null for a school: places are open to all who send pupils. */
  open: count.nullable(),
  taken: count,
  attended: count,
  notTakenUp: count,
  unmarked: count,
  unused: count.nullable(),
  pupils: count,
  /** School days of a stay within the period. */
  stays: days,
  /** Null where a place that counts has no price. */
  cost: z.object({ offered: pence, used: pence, unused: pence }),
  /** Over the next school days, as many as `forecast` has. */
  ahead: z.object({ open: count.nullable(), taken: count }),
});

/** What exclusions asked for; only of schools whose exclusions this database keeps. */
const need = z.object({
  /** Sessions of exclusions in the period. `noPlace` had none found; `notTakenUp` had one. */
  sessions: z.object({
    sessions: count,
    attended: count,
    booked: count,
    notTakenUp: count,
    workAtHome: count,
    noPlace: count,
  }),
  firstSession: compliance,
  /** On the day of the law: the sixth consecutive school day. */
  educationDay: compliance,
  /** Excluded school days before the first place; `without` have had none. */
  gaps: days.extend({ without: count }),
});

export const authorityPlacesContract = {
  'authority.places': query({
    summary:
      'Places of providers, or by sending school: occupancy, no place found, day one and day six, stays, gaps, cost, and the next ten school days.',
    permission: 'authority.view',
    input: z.object(asked),
    output: z.object({
      /** False where no school books places in this database: there is nothing to count then. */
      bookedHere: z.boolean(),
      from: isoDate,
      to: isoDate,
      by: asked.by.unwrap(),
      rows: z.array(
        figures.extend({
          id,
          name: z.string(),
          kind: z.enum(PROVIDER_KINDS).optional(),
          /** Missing for providers, and for schools whose exclusions are not kept here. */
          need: need.optional(),
        }),
      ),
      total: figures.optional(),
      need: need.optional(),
      forecast: forecastOutput.optional(),
    }),
  }),
  'authority.export-places': command({
    summary: 'The figures of places as a spreadsheet file (CSV).',
    permission: 'authority.view',
    records: 'export',
    input: z.object({ ...asked, destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string(), rows: count }),
  }),
};
