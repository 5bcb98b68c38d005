import { z } from 'zod';
import { NO_RULES } from '../domain/providers/no-rules.ts';
import { PAPER_KINDS, PROVIDER_KINDS, TRANSPORTERS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { cellPupil, clockTime, id, isoDate, line, nothing, schoolYear, session, slot } from './parts.ts';

const providerSession = z.object({
  weekday: z.number().int().min(1).max(5),
  slot,
  capacity: z.number().int().min(0, 'Use 0 or more.').max(200, 'At most 200 places.'),
  starts: clockTime,
  ends: clockTime,
});

const closureDays = {
  from: isoDate,
  to: isoDate,
  slot: z.enum(['am', 'pm', 'all']),
  /** Places out of use; left out when it is closed. */
  places: z.number().int().min(1, 'Use 1 or more.').max(200, 'At most 200 places.').optional(),
};

const providerClosure = z.object({ id, ...closureDays, reason: z.string() });

const optionalText = z.string().trim().max(200).optional();

const days = (most: number) =>
  z
    .number()
    .int()
    .min(1, 'Use 1 or more.')
    .max(most, `At most ${String(most)}.`);

const dayWindow = z.object({ fromDay: days(45), toDay: days(45).optional() });

const providerRules = z.object({
  yearGroups: z.array(z.number().int().min(0).max(14)).max(15),
  window: dayWindow.optional(),
  longerThanDays: days(45).optional(),
  minDays: days(100).optional(),
  maxDays: days(200).optional(),
  noticeDays: days(10).optional(),
  adultsNeeded: days(20).optional(),
  escort: dayWindow.optional(),
  separateGroups: z.boolean(),
  codeOfConduct: z.boolean(),
  parentChooses: z.boolean(),
  papers: z.array(z.enum(PAPER_KINDS)).max(PAPER_KINDS.length),
  workDaysBefore: z.number().int().min(0).max(10).optional(),
  weeklyReview: z.boolean(),
  reportDays: z.number().int().min(0).max(30).optional(),
  evaluation: z.boolean(),
  followUpDays: days(60).optional(),
  courses: z.array(z.object({ name: line('the name of the course', 80), sessions: days(60) })).max(10),
  transport: z.enum(TRANSPORTERS).optional(),
  costPence: z.number().int().min(0).max(10_000_000).optional(),
  distanceMetres: z.number().int().min(0).max(500_000).optional(),
  termRota: z.boolean(),
});

const providerForm = z.object({
  id: id.optional(),
  version: z.number().int().optional(),
  kind: z.enum(PROVIDER_KINDS),
  name: line('the provider’s name'),
  address: optionalText,
  contactName: optionalText,
  contactPhone: optionalText,
  active: z.boolean().default(true),
  sessions: z.array(providerSession).max(10),
  /** The other school of a reciprocal arrangement, from the list of schools this database knows. */
  partnerSchoolId: id.optional(),
  weekCapacity: days(1000).optional(),
  schoolShare: days(200).optional(),
  rules: providerRules.default(() => ({ ...NO_RULES, yearGroups: [], papers: [], courses: [] })),
});

const rosteredAdult = z.object({
  id,
  name: z.string(),
  weekday: z.number().int().min(1).max(5).optional(),
  date: isoDate.optional(),
  slot,
  here: z.boolean(),
});

const host = z.object({
  schoolYear,
  term: z.enum(['autumn', 'spring', 'summer']),
  host: line('the centre that hosts it'),
});

/** Schools that a reciprocal arrangement can be with. */
const partnerSchools = z.array(z.object({ id, name: z.string() }));

const storedProvider = providerForm.extend({ id, version: z.number().int() });

/** Places that a change would take away, in order of session. */
const putOut = z.array(cellPupil.extend({ date: isoDate, slot, providerId: id, providerName: z.string() }));

/** Places the user has seen and gives up with the change; must be all that it takes away. */
const giveUp = z.array(id).max(2000).default([]);

export const providersContract = {
  'providers.list': query({
    summary: 'Providers with their week and rules.',
    permission: 'places.view',
    input: nothing,
    output: z.object({
      providers: z.array(storedProvider.extend({ closures: z.array(providerClosure) })),
      schools: partnerSchools,
    }),
  }),
  'providers.get': query({
    summary: 'One provider with its week, rules, adults, rota, closures and coming places.',
    permission: 'places.view',
    input: z.object({ providerId: id }),
    output: z.object({
      provider: storedProvider,
      closures: z.array(providerClosure),
      adults: z.array(rosteredAdult),
      hosts: z.array(host),
      /** The host of the term that today lies in or comes next. */
      hostNow: z.string().optional(),
      coming: z.array(cellPupil.extend({ date: isoDate, slot })),
      schools: partnerSchools,
      /** Missing on one PC. `own`: it belongs to this school, which alone can change it. */
      area: z.object({ shared: z.boolean(), own: z.boolean() }).optional(),
    }),
  }),
  'providers.share': command({
    summary: 'Let every school of the shared database book at a provider, or keep it for its own school.',
    permission: 'setup.manage',
    input: z.object({ providerId: id, shared: z.boolean() }),
    output: nothing,
  }),
  'providers.save': command({
    summary:
      'Add or change a provider; refused where it would put out a pupil who has a place, unless these are given up.',
    permission: 'providers.edit',
    input: providerForm.extend({ reason: z.string().trim().max(200).optional(), giveUp }),
    output: z.object({ id, version: z.number().int() }),
  }),
  'providers.effect': query({
    summary: 'Which bookings a change of a provider or a closure would take away.',
    permission: 'providers.edit',
    input: z.discriminatedUnion('change', [
      z.object({ change: z.literal('provider'), form: providerForm.extend({ id }) }),
      z.object({ change: z.literal('closure'), providerId: id, ...closureDays }),
    ]),
    output: z.object({ putOut }),
  }),
  'providers.close': command({
    summary:
      'Close a provider or take places out of use; refused while pupils have places then, unless these are given up.',
    permission: 'providers.edit',
    input: z.object({ providerId: id, ...closureDays, reason: line('why it is closed'), giveUp }),
    output: z.object({ closureId: id }),
  }),
  'providers.reopen': command({
    summary: 'Remove a closure, or put places back into use.',
    permission: 'providers.edit',
    input: z.object({ closureId: id }),
    output: nothing,
  }),
  'providers.roster': command({
    summary: 'Set the adults of a provider’s ordinary week.',
    permission: 'providers.edit',
    input: z.object({
      providerId: id,
      adults: z
        .array(z.object({ name: line('the adult’s name'), weekday: z.number().int().min(1).max(5), slot }))
        .max(200),
    }),
    output: z.object({
      /** Bookings from today on of sessions that have too few adults now; they stay booked. */
      without: putOut,
    }),
  }),
  'providers.change-adult': command({
    summary: 'Note that an adult is there besides, or away, in one session; or take the note back.',
    permission: 'providers.edit',
    input: z.object({
      providerId: id,
      name: line('the adult’s name'),
      session,
      change: z.enum(['here', 'away', 'as-usual']),
    }),
    output: z.object({
      /** Bookings of a session that has too few adults now. */
      without: putOut,
    }),
  }),
  'providers.hosts': command({
    summary: 'Set which centre hosts a rota in which term.',
    permission: 'providers.edit',
    input: z.object({ providerId: id, hosts: z.array(host).max(60) }),
    output: nothing,
  }),
  'providers.history': query({
    summary: 'What was changed about a provider, when, by whom and why.',
    permission: 'places.arrange',
    input: z.object({ providerId: id }),
    output: z.object({
      changes: z.array(
        z.object({
          at: z.string(),
          by: z.string(),
          reason: z.string().optional(),
          /** In words: "Mon am: 12 places, was 10". */
          lines: z.array(z.string()),
        }),
      ),
    }),
  }),
};
