import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, daysBetween } from '#shared/kernel/plain-date.ts';
import type { SignOffRule } from '#shared/domain/support/types.ts';
import { openAtRiskApp, type AtRiskApp } from '../builders/at-risk-school.ts';

const FIRST = '2025-09-02';
const LAST = '2026-07-31';
/** On this day a key worker leaves, and one of the pupils gets nobody. */
const LEAVES = '2026-03-10';

/** A pupil on the register as the test itself keeps book; the program is asked nothing of it. */
interface Case {
  readonly pupilId: string;
  readonly name: string;
  readonly number: number;
  entryId?: string | undefined;
  since: string;
  reviewOn: string;
  worker?: string | undefined;
  met?: string | undefined;
  /** The latest figure of attendance. */
  percent: number;
  figureOn: string;
  /** The day on which the pupil comes on the register, for the first time or again. */
  comesOn: string;
  times: number;
}

let app: AtRiskApp;
beforeEach(async () => {
  app = await openAtRiskApp();
});
afterEach(() => app.close());

const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo', 'Kit', 'Lou'];

/** A number from numbers, so that what is late is the same each time. */
const mix = (...parts: readonly number[]): number =>
  parts.reduce((sum, part) => (sum * 31 + part * 7 + 11) % 10_007, 3);

it.each<SignOffRule>(['decision', 'six-weeks', 'criteria'])(
  'a school year by the rule “%s”: all that is due is there from its day on, each once, and goes when done',
  async (rule) => {
    await app.setCriteria({ procedure: { signOff: rule } });
    const { id: leaver } = await app.must('support.save-staff', { name: 'Ms Reed', role: 'Mentor' });
    const { id: stayer } = await app.must('support.save-staff', { name: 'Mr Hall', role: 'Mentor' });
    const cases: Case[] = [];
    for (const [number, name] of NAMES.entries()) {
      const comesOn = addDays(FIRST, mix(number) % 170);
      const pupilId = await app.pupil(`${name} Lee`);
      const unknown = { since: '', reviewOn: '', percent: 100, figureOn: '' };
      cases.push({ pupilId, name, number, comesOn, times: 0, ...unknown });
    }
    const count = { review: 0, 'key-worker': 0, meeting: 0, late: 0, reassigned: 0, off: 0, proposed: 0 };
    let changed = false;

    const expected = (day: string): readonly string[] =>
      cases
        .flatMap(({ entryId, since, reviewOn, worker, met, percent, figureOn }) => {
          if (entryId === undefined) return [];
          const clear = percent >= 75;
          const proposed = rule === 'criteria' && clear ? figureOn : undefined;
          const review = day >= reviewOn ? reviewOn : proposed;
          const last = met ?? since;
          return [
            ...(review === undefined ? [] : [`${review} review:${entryId}`]),
            ...(worker === undefined ? [`${since} key-worker:${entryId}`] : []),
            ...(worker !== undefined && daysBetween(last, day) > 14
              ? [`${addDays(last, 15)} meeting:${entryId}`]
              : []),
          ];
        })
        .toSorted();

    const compare = async (day: string) => {
      const { items } = await app.must('support.due', {});
      expect({ day, due: items.map(({ key, on }) => `${on} ${key}`).toSorted() }).toEqual({
        day,
        due: expected(day),
      });
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      expect(items.map(({ on }) => on)).toEqual(items.map(({ on }) => on).toSorted());
      for (const { on, key } of items) {
        if (on === day) count[key.split(':')[0] as 'review' | 'key-worker' | 'meeting'] += 1;
        else count.late += 1;
      }
    };

    const versionOf = async ({ pupilId }: Case) => (await app.entryOf(pupilId)).version;

    const figure = async (one: Case, percent: number, day: string) => {
      await app.attendance(one.pupilId, percent);
      Object.assign(one, { percent, figureOn: day });
    };

    const come = async (one: Case, day: string) => {
      // Another figure each time: one that is known puts nobody back.
      await figure(one, 40 + one.times, day);
      const { id: entryId, times, since, reviewOn } = await app.entryOf(one.pupilId);
      expect([times, since, reviewOn]).toEqual([one.times + 1, day, addDays(day, 42)]);
      Object.assign(one, { entryId, since, reviewOn, times, worker: undefined, met: undefined });
    };

    const work = async (one: Case, day: string) => {
      const { entryId, number, times } = one;
      if (entryId === undefined) return;
      if (one.worker === undefined && daysBetween(one.since, day) >= mix(number, times) % 8) {
        const to = number % 2 === 0 && day < LEAVES ? leaver : stayer;
        const input = { entryId, version: await versionOf(one), staffId: to };
        await app.must('support.assign-key-worker', input);
        one.worker = to;
        changed = true;
      }
      const every = 7 + (mix(number, times, daysBetween(FIRST, one.met ?? one.since)) % 15);
      if (one.worker !== undefined && daysBetween(one.met ?? one.since, day) >= every) {
        await app.must('support.add-meeting', { entryId, on: day, minutes: 60 });
        one.met = day;
        changed = true;
      }
      // Attendance gets better for some, halfway through a period.
      if (one.percent < 75 && mix(number, times) % 2 === 0 && day === addDays(one.reviewOn, -20)) {
        await figure(one, 92, day);
        changed = true;
        if (rule === 'criteria') count.proposed += 1;
      }
      const proposed = rule === 'criteria' && one.percent >= 75 ? addDays(one.figureOn, 3) : undefined;
      const decides = addDays(one.reviewOn, mix(number, daysBetween(FIRST, one.reviewOn)) % 5);
      if (day < decides && (proposed === undefined || day < proposed)) return;
      const off = rule === 'decision' ? mix(number, times) % 3 === 0 : one.percent >= 75;
      const input = { entryId, version: await versionOf(one), reason: 'Reviewed' };
      changed = true;
      if (!off) {
        const { reviewOn } = await app.must('support.reassign', input);
        expect(reviewOn).toBe(addDays(day, 42));
        one.reviewOn = reviewOn;
        count.reassigned += 1;
        return;
      }
      const as = { decision: 'decision', 'six-weeks': 'date', criteria: 'criteria' } as const;
      await app.must('support.sign-off', { ...input, as: as[rule] });
      one.entryId = undefined;
      one.comesOn = addDays(day, 30 + (mix(number, times) % 40));
      count.off += 1;
    };

    const handOver = async () => {
      const { staff } = await app.must('support.staff', {});
      const version = staff.find(({ id }) => id === leaver)?.version ?? 0;
      const theirs = cases.filter(({ entryId, worker }) => entryId !== undefined && worker === leaver);
      expect(theirs.length).toBeGreaterThan(1);
      const pupils = theirs.map(({ entryId = '' }, at) =>
        at === 0 ? { entryId } : { entryId, staffId: stayer },
      );
      await app.must('support.hand-over', { staffId: leaver, version, pupils });
      for (const [at, one] of theirs.entries()) one.worker = at === 0 ? undefined : stayer;
      changed = true;
    };

    for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
      app.goTo(day);
      for (const one of cases) if (one.entryId === undefined && one.comesOn === day) await come(one, day);
      await compare(day);
      changed = false;
      if (day === LEAVES) await handOver();
      for (const one of cases) await work(one, day);
      // Where nothing was done the list would be asked the same again.
      if (changed) await compare(day);
    }

    // The year was one: everything was due, some of it stood for days, pupils went, stayed and came back.
    expect(Object.fromEntries(Object.entries(count).filter(([, times]) => times === 0))).toEqual(
      rule === 'criteria' ? {} : { proposed: 0 },
    );
    expect(Math.max(...cases.map(({ times }) => times))).toBeGreaterThan(1);
    expect(count.review).toBeGreaterThan(20);
    expect(count.meeting).toBeGreaterThan(40);
  },
  120_000,
);
