import type { OperationInput } from '#shared/contract/contract.ts';
import type { TestApp } from '../../builders/app.ts';
import type { BusySchool } from './busy-school.ts';

/** A command on something of its own each time; what it gives is to be timed. */
export type PreparedCommand = readonly [name: string, prepare: () => Promise<() => Promise<unknown>>];

/** Pupils who are given a case to book places for. */
const TO_BOOK = 40;

/** What changes something, on pupils and cases of its own. */
export async function commandsOf(
  app: TestApp,
  { fresh, open }: BusySchool,
): Promise<readonly PreparedCommand[]> {
  let used = 0;
  const next = () => fresh[(used += 1)] ?? '';
  const cases: string[] = [];
  for (let at = 0; at < TO_BOOK; at += 1) {
    cases.push((await app.must('exclusions.issue', { ...draft(next()), halfDays: 10 })).id);
  }
  let booked = 0;
  let turn = 0;
  const openCase = () => open[(turn += 1) % open.length] ?? { id: '', pupilId: '' };
  const exam = (more: Partial<OperationInput<'exams.save'>>): OperationInput<'exams.save'> => ({
    ncYear: '11',
    kind: 'public-examination',
    name: `Added ${String((turn += 1))}`,
    date: '2026-05-14',
    slot: 'am',
    ...more,
  });
  const added: string[] = [];
  const examsSaved = (name: string, more: () => Partial<OperationInput<'exams.save'>>): PreparedCommand[] => [
    [
      `exams.save ${name}`,
      async () => async () => added.push((await app.must('exams.save', exam(more()))).id),
    ],
    [`exams.remove ${name}`, async () => () => app.must('exams.remove', { id: added.pop() ?? '' })],
  ];
  const places: string[][] = [];
  return [
    ['exclusions.save-draft', async () => () => app.must('exclusions.save-draft', draft(next()))],
    ['exclusions.issue', async () => () => app.must('exclusions.issue', draft(next()))],
    ...examsSaved('of a year group', () => ({})),
    ...examsSaved('of a year group, on a day that pupils are out', () => ({ date: '2025-11-13' })),
    ...examsSaved('of a pupil', () => ({ ncYear: undefined, pupilId: openCase().pupilId })),
    [
      'contacts.save',
      async () => () =>
        app.must('contacts.save', {
          pupilId: openCase().pupilId,
          relation: 'social-worker',
          name: `Ms Worker ${String(turn)}`,
          position: 1,
        }),
    ],
    [
      'places.book',
      async () => async () => {
        const exclusionId = cases[booked % cases.length] ?? '';
        booked += 1;
        const { placeIds } = await app.must('places.book', {
          exclusionId,
          providerId: `provider-${String(booked % 60)}`,
          sessions: [
            { date: '2025-11-18', slot: 'am' },
            { date: '2025-11-18', slot: 'pm' },
          ],
        });
        places.push([...placeIds]);
      },
    ],
    [
      'places.cancel',
      async () => () =>
        app.must('places.cancel', { placeIds: places.pop() ?? [], code: 'other', reason: 'Not needed' }),
    ],
    [
      'letters.save',
      async () => {
        const { id } = openCase();
        return () => app.must('letters.save', { exclusionId: id, templateId: 'parents-short', gaps: {} });
      },
    ],
    [
      'duties.fulfil',
      async () => {
        const { id } = openCase();
        const { duties } = await app.must('duties.list', { exclusionId: id });
        const { key = '' } = duties.find(({ status }) => status === 'due' || status === 'overdue') ?? {};
        return () =>
          app.must('duties.fulfil', {
            exclusionId: id,
            key,
            on: '2025-11-12',
            how: 'By telephone',
            byWhom: 'Mrs Head',
          });
      },
    ],
    [
      'exclusions.cancel',
      async () => {
        const { id, version } = await app.must('exclusions.issue', draft(next()));
        return () =>
          app.must(
            'exclusions.cancel',
            {
              id,
              version,
              back: { date: '2025-11-17', slot: 'am' },
              reason: 'New facts',
            },
            'decider',
          );
      },
    ],
    [
      'pupils.set-earlier-half-days',
      async () => () =>
        app.must('pupils.set-earlier-half-days', {
          pupilId: openCase().pupilId,
          schoolYear: 2025,
          term: 'autumn',
          halfDays: 1 + (turn % 9),
          source: 'Former school',
        }),
    ],
  ];
}

/**
 * Another calendar each time: every open case is worked out again, and all that is counted in school days afterwards
 * counts from the start. So it is measured when everything else has been.
 */
export const savingOfCalendar = (app: TestApp): PreparedCommand => [
  'calendar.save',
  async () => {
    const { terms, closures } = await app.must('calendar.get', { schoolYear: 2025 });
    const inset = {
      from: '2026-06-08',
      to: '2026-06-08',
      slot: 'all' as const,
      kind: 'inset' as const,
      name: 'INSET day',
    };
    const others = closures.filter(({ from }) => from !== inset.from);
    const changed = others.length === closures.length ? [...others, inset] : others;
    return () =>
      app.must('calendar.save', {
        schoolYear: 2025,
        terms: [...terms],
        closures: changed.map(({ from, to, slot, kind, name }) => ({ from, to, slot, kind, name })),
      });
  },
];

const draft = (pupilId: string): OperationInput<'exclusions.issue'> => ({
  pupilId,
  kind: 'fixed-period',
  startDate: '2025-11-17',
  halfDays: 4,
  incidentOn: '2025-11-12',
  incidentAt: '10.40',
  incidentPlace: 'Corridor',
  incidentAccount: 'Pushed another pupil.',
  reasons: ['PP'],
  decidedBy: 'Mrs Head',
});
