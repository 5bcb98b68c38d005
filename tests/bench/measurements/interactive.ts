import type { OperationInput, OperationName } from '#shared/contract/contract.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { processorTime } from '../../builders/processor-time.ts';
import { MONDAY, exclusionId } from '../support/area-week.ts';
import { fillBusySchool, PUPILS, TODAY, type BusySchool } from '../support/busy-school.ts';
import { commandsOf, savingOfCalendar } from '../support/interactive-commands.ts';
import { budget, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns, timeOf, type Turn } from '../support/take-turns.ts';

const BUDGET = budget('a budget of 100 ms', 100);

/** What a person waits for, each on an encrypted database of 50,000 pupils with five years of cases. */
export const interactive: Bench = {
  name: 'interactive',
  run: async () => {
    const app = openTestApp(TODAY);
    try {
      return await measureAll(app, await fillBusySchool(app));
    } finally {
      await app.close();
    }
  },
};

async function measureAll(app: TestApp, school: BusySchool) {
  const commands = await commandsOf(app, school);
  const searches = searchesOf(app);
  const queries = queriesOf(app, school);
  const atRest = searches.map(([name, run]): Asked => [`${name}, at rest`, run]);
  const saved = ([name, run]: Asked): Turn => timed(name, async () => (await save(app), run));
  const samples = await takeTurns(
    [
      ...searches.map(saved),
      ...atRest.map(([name, run]) => timed(name, () => Promise.resolve(run))),
      ...queries.map(saved),
      ...commands.map(([name, prepare]) => timed(name, prepare)),
    ],
    { warmUps: 2, rounds: 15, limit: 120 },
  );
  const calendar = savingOfCalendar(app);
  const calendarSamples = await takeTurns([timed(...calendar)], { warmUps: 1, rounds: 9, limit: 30 });
  return [
    ...[...searches, ...atRest, ...queries, ...commands].flatMap(([name]) => linesOf(name, samples)),
    ...linesOf(calendar[0], calendarSamples),
  ];
}

const linesOf = (name: string, samples: (name: string) => readonly number[]) => [
  measurement(`interactive: ${name}`, 'ms', samples(name), BUDGET),
  measurement(`interactive: ${name}, processor`, 'ms', samples(`${name} processor`), BUDGET),
];

type Asked = readonly [name: string, run: () => Promise<unknown>];

/** One sample of the clock and one of the processor; what has to happen before is not measured. */
const timed =
  (name: string, prepare: () => Promise<() => Promise<unknown>>): Turn =>
  async () => {
    const run = await prepare();
    const before = processorTime();
    const took = await timeOf(run);
    return { [name]: took, [`${name} processor`]: processorTime() - before };
  };

/** Something small is committed: what the reading side had in memory is no longer the database. */
const save = (app: TestApp) =>
  app.services.store.write((db) => db.update(db.tables.schools).set({ phase: 'secondary' }));

const SEARCHES: readonly (readonly [string, Partial<OperationInput<'pupils.list'>>])[] = [
  ['the roll', {}],
  ['“s”', { text: 's' }],
  ['“smith j”', { text: 'smith j' }],
  ['“zoë”', { text: 'zoë' }],
  ['“b2012”', { text: 'b2012' }],
  ['nobody', { text: 'xyzzy' }],
  ['a year group', { ncYear: '9' }],
  ['the last page', { offset: PUPILS - 50 }],
  ['who left', { roll: 'left' }],
];

const searchesOf = (app: TestApp): readonly Asked[] => [
  ...SEARCHES.map(([name, more]): Asked => [
    `pupils.list ${name}`,
    () => app.must('pupils.list', { limit: 50, ...more }),
  ]),
  ...['smith j', 'zoë', 'xyzzy'].map((text): Asked => [
    `pupils.list as suggestions, “${text}”`,
    () => app.must('pupils.list', { text, limit: 10, withYears: false }),
  ]),
  ...['s', 'smith', 'xyzzy'].map((text): Asked => [
    `search.anywhere “${text}”`,
    () => app.must('search.anywhere', { text }),
  ]),
];

function queriesOf(app: TestApp, { open, fresh }: BusySchool): readonly Asked[] {
  const [one] = open;
  if (one === undefined) throw new Error('There is no open case.');
  const { id, pupilId } = one;
  const ask = <N extends OperationName>(name: N, input: OperationInput<N>, what = ''): Asked => [
    `${name}${what}`,
    () => app.must(name, input),
  ];
  return [
    ask('setup.status', {}),
    ask('session.get', {}),
    ask('today.get', {}),
    ask('duties.board', {}),
    ask('stays.tasks', {}),
    ask('places.queue', {}),
    ask('waiting.list', {}),
    ask('pupils.get', { pupilId }),
    ask('contacts.list', { pupilId }),
    ask('exams.list', { pupilId }),
    ask('absences.list', { pupilId }),
    ask('apart.list', {}),
    ask('stays.list', { pupilId }, ' of a pupil'),
    ask('stays.list', { providerId: 'provider-3' }, ' of a provider'),
    ask('stays.register', { providerId: 'provider-3' }),
    ask('stays.get', { placementId: `${exclusionId(0)} ${MONDAY}` }),
    ask('exclusions.preview', {
      pupilId: fresh.at(-1) ?? '',
      kind: 'fixed-period',
      startDate: '2025-11-13',
      halfDays: 4,
      reasons: ['PP'],
      decidedBy: 'Mrs Head',
    }),
    ask('exclusions.get', { id }),
    ask('exclusions.list', {}),
    ask('exclusions.list', { state: 'draft' }, ' of drafts'),
    ask('duties.list', { exclusionId: id }),
    ask('letters.list', { exclusionId: id }),
    ask('letters.open', { exclusionId: id, templateId: 'parents-short' }),
    ask('places.board', { from: MONDAY, days: 5 }),
    ask('places.board', { from: MONDAY, days: 5, exclusionId: exclusionId(0) }, ' with a pupil picked'),
    ask('places.itinerary', { exclusionId: exclusionId(0) }),
    ask('places.suggest', { exclusionId: exclusionId(0) }),
    ask('places.next-free', { exclusionId: exclusionId(0), sessions: 2 }),
    ask('places.visitors', {}),
    ask('providers.list', {}),
    ask('providers.get', { providerId: 'provider-3' }),
    ask('providers.history', { providerId: 'provider-3' }),
    ask('providers.effect', {
      change: 'closure',
      providerId: 'provider-3',
      from: MONDAY,
      to: MONDAY,
      slot: 'all',
    }),
    ask('stages.get', {}),
    ask('support.list', {}),
    ask('support.criteria', {}),
    ask('support.grid', {}),
    ask('register.codes', { from: '2025-11-10', to: '2025-11-14' }),
    ask('returns.periods', {}),
    ask('returns.check', {
      period: { kind: 'termly', term: 'SUM', year: 2024, from: '2025-04-21', to: '2025-07-31' },
    }),
    ask('returns.history', {}),
    ask('use.figures', { from: '2025-09-01', to: TODAY }),
    ask('use.balance', {}),
    ask('forecast.get', {}),
    ask('school.get', {}),
    ask('calendar.get', {}),
    ask('exams.list', {}, ' of all'),
    ask('people.list', {}),
    ask('audit.list', {}),
    ask('audit.list', { pupilId, limit: 20 }, ' of a pupil'),
    ask('audit.choices', {}),
    ask('privacy.display', {}),
    ask('privacy.rules', {}),
    ask('privacy.review', {}),
    ask('privacy.held', { pupilId }),
    ask('privacy.erasures', {}),
    ask('app.about', {}),
  ];
}
