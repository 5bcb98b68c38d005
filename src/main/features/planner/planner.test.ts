import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

type Plan = OperationOutput<'planner.plan'>;

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;
const oneDay = { start: mon, end: monPm };

type Form = OperationInput<'providers.save'>;
type Rules = NonNullable<Form['rules']>;

/** A centre with one place a session, unless told otherwise. */
async function centre(name: string, rules: Partial<Rules> = {}, form: Partial<Form> = {}) {
  const none = { ...NO_RULES, yearGroups: [], papers: [], courses: [] };
  const saved = await app.must('providers.save', {
    kind: 'la-centre',
    name,
    sessions: wholeWeek(1),
    rules: { ...none, ...rules },
    ...form,
  });
  return saved.id;
}

const acceptance = ({ basis, pupils }: Plan): OperationInput<'planner.accept'> => ({
  basis,
  runs: pupils.flatMap(({ exclusionId, schoolId, runs }) =>
    runs.map(({ providerId, sessions }) => ({ exclusionId, schoolId, providerId, sessions })),
  ),
});

const pupilOf = ({ pupils }: Plan, exclusionId: string) => {
  const found = pupils.find((one) => one.exclusionId === exclusionId);
  if (!found) throw new Error('This pupil is not in the plan.');
  return found;
};

describe('planner.plan', () => {
  test('covers more than first come, first served, and books nothing', async () => {
    // Elm takes Year 10 only: whoever comes first must not take Oak from Ben.
    await centre('Oak Centre');
    await centre('Elm Centre', { yearGroups: [10] });
    const ben = await app.exclude('Ben Ali', { ...oneDay, form: '9B' });
    const amara = await app.exclude('Amara Okafor', { ...oneDay, form: '10A' });
    await setYear(amara, '10');
    await setYear(ben, '9');
    const plan = await app.must('planner.plan', {});
    expect(plan).toMatchObject({ optimal: true, covered: 4, wanted: 4, venueChanges: 2 });
    expect(pupilOf(plan, ben).runs.map(({ providerName }) => providerName)).toEqual(['Oak Centre']);
    expect(pupilOf(plan, amara).runs.map(({ providerName }) => providerName)).toEqual(['Elm Centre']);
    expect(plan.firstCome.covered).toBeLessThanOrEqual(plan.covered);
    expect((await app.book()).size).toBe(0);
  });

  test('says which rules left a pupil without, and what one change would free', async () => {
    await centre('Oak Centre');
    const first = await app.exclude('Ben Ali', { ...oneDay, inCare: true });
    await setInCare(first);
    const second = await app.exclude('Amara Okafor', oneDay);
    const plan = await app.must('planner.plan', {});
    expect(pupilOf(plan, first).without).toEqual([]);
    expect(pupilOf(plan, second).without).toEqual([
      {
        session: mon,
        why: ['Oak Centre: full'],
        wouldFree: ['One place more at Oak Centre, Mon 17 November am.'],
      },
      {
        session: monPm,
        why: ['Oak Centre: full'],
        wouldFree: ['One place more at Oak Centre, Mon 17 November pm.'],
      },
    ]);
  });

  test('names the adult that is missing', async () => {
    const id = await centre('Late School', { adultsNeeded: 2 });
    await app.must('providers.roster', {
      providerId: id,
      adults: [
        { name: 'Mr One', weekday: 1, slot: 'am' },
        { name: 'Mr One', weekday: 1, slot: 'pm' },
        { name: 'Ms Two', weekday: 1, slot: 'pm' },
      ],
    });
    const exclusionId = await app.exclude('Amara Okafor', oneDay);
    const plan = await app.must('planner.plan', {});
    const planned = pupilOf(plan, exclusionId);
    expect(planned.runs.map(({ sessions }) => sessions)).toEqual([[monPm]]);
    expect(planned.without.map(({ wouldFree }) => wouldFree)).toEqual([
      ['One adult more at Late School, Mon 17 November am.'],
    ]);
  });

  test('leaves holds and bookings as they are', async () => {
    const oak = await centre('Oak Centre');
    const ben = await app.exclude('Ben Ali', oneDay);
    await app.must('places.book', { exclusionId: ben, providerId: oak, sessions: [mon], hold: true });
    const amara = await app.exclude('Amara Okafor', oneDay);
    const before = await app.book();
    const plan = await app.must('planner.plan', {});
    expect(plan.covered).toBe(1);
    expect(plan.wanted).toBe(3);
    expect(pupilOf(plan, amara).without.length + pupilOf(plan, ben).without.length).toBe(2);
    expect(await app.book()).toEqual(before);
  });

  test('never gives a place at home or in a learning support unit', async () => {
    await centre('Study at home', {}, { kind: 'home-study' });
    await centre('Support unit', {}, { kind: 'learning-support-unit' });
    const exclusionId = await app.exclude('Amara Okafor', oneDay);
    const plan = await app.must('planner.plan', {});
    expect(plan.covered).toBe(0);
    expect(pupilOf(plan, exclusionId).without[0]?.why[0]).toContain('against guidance');
  });

  test.each(['provider-staff', 'authority'] as const)('%s may not plan', async (role) => {
    expect(await app.run('planner.plan', {}, role)).toMatchObject({ error: { code: 'not-permitted' } });
  });
});

describe('planner.accept', () => {
  test('books the plan in one transaction, like every booking', async () => {
    await centre('Oak Centre', {}, { sessions: wholeWeek(2) });
    await app.exclude('Ben Ali', oneDay);
    const amara = await app.exclude('Amara Okafor', oneDay);
    const plan = await app.must('planner.plan', {});
    expect(await app.must('planner.accept', acceptance(plan))).toEqual({ placements: 2, places: 4 });
    expect([...(await app.book()).values()]).toEqual(['booked', 'booked', 'booked', 'booked']);
    expect((await app.must('places.itinerary', { exclusionId: amara })).uncovered).toBe(0);
    const audit = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(audit.filter(({ operation }) => operation === 'planner.accept')).toHaveLength(2);
  });

  test('is refused with what is different when the book has changed, and books nothing', async () => {
    const oak = await centre('Oak Centre', {}, { sessions: wholeWeek(2) });
    await app.exclude('Ben Ali', oneDay);
    const amara = await app.exclude('Amara Okafor', oneDay);
    const plan = await app.must('planner.plan', {});
    await app.must('places.book', { exclusionId: amara, providerId: oak, sessions: [mon] });
    const before = await app.book();
    const result = await app.run('planner.accept', acceptance(plan));
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!result.ok) {
      expect(result.error.message).toContain(
        'Oak Centre, Mon 17 November am: 1 of 2 places are taken, 0 of 2 when it was planned.',
      );
      expect(result.error.message).toContain('Amara Okafor: the case or its places changed.');
    }
    expect(await app.book()).toEqual(before);
  });

  test('is refused when somebody asks for more than was planned', async () => {
    const oak = await centre('Oak Centre');
    await app.exclude('Ben Ali', oneDay);
    await app.exclude('Amara Okafor', oneDay);
    const plan = await app.must('planner.plan', {});
    const runs = plan.pupils.map(({ exclusionId, schoolId }) => ({
      exclusionId,
      schoolId,
      providerId: oak,
      sessions: [mon],
    }));
    expect(await app.run('planner.accept', { basis: plan.basis, runs })).toMatchObject({
      ok: false,
      error: { code: 'place-full' },
    });
    expect((await app.book()).size).toBe(0);
  });
});

async function setYear(exclusionId: string, ncYear: string) {
  const { eq } = await import('drizzle-orm');
  await app.services.store.write((db) =>
    db
      .update(db.tables.pupils)
      .set({ ncYear })
      .where(eq(db.tables.pupils.id, `pupil-${exclusionId}`)),
  );
}

async function setInCare(exclusionId: string) {
  const { eq } = await import('drizzle-orm');
  await app.services.store.write((db) =>
    db
      .update(db.tables.pupils)
      .set({ inCare: true })
      .where(eq(db.tables.pupils.id, `pupil-${exclusionId}`)),
  );
}
