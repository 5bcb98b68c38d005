import { namesSchool } from './names-school.ts';
import type { EarlierSchool, PupilHistory, ReceivedHistory, Statement } from './types.ts';

const PARTS = [
  'exclusions',
  'halfDays',
  'placements',
  'courses',
  'support',
  'targets',
  'referrals',
] as const satisfies readonly (keyof PupilHistory)[];

const EMPTY = {
  exclusions: [],
  halfDays: [],
  placements: [],
  courses: [],
  support: [],
  targets: [],
  referrals: [],
};

/**
 * What each school said of a pupil, once: a school may have sent a file of its own and be told of in that of the next
 * one, and then its later word counts. Days that a school before had typed by hand are a statement without a number;
 * they are left out where a school that they name speaks for itself. `own` is the school that asks: its own days are
 * on its own record.
 */
export function statementsOf(records: readonly ReceivedHistory[], own: string): readonly Statement[] {
  const found = new Map<string, Statement>();
  for (const record of records) {
    for (const statement of apart(record)) {
      const { laEstab, name } = statement.school;
      const key = laEstab ?? `typed ${name}`;
      const before = found.get(key);
      if (before === undefined || saidAt(before) < saidAt(statement)) found.set(key, statement);
    }
  }
  const all = [...found.values()].filter(({ school }) => school.laEstab !== own);
  const speaking = all.flatMap(({ school: { name, laEstab } }) =>
    laEstab === undefined ? [] : [{ name, laEstab }],
  );
  return all
    .filter(
      ({ school }) =>
        school.laEstab !== undefined || !speaking.some((other) => namesSchool(school.name, other)),
    )
    .toSorted((a, b) => (saidAt(b) < saidAt(a) ? -1 : 1));
}

const saidAt = ({ school }: Statement): string => school.saidAt ?? '';

/** One file by the schools that it speaks of; the one that wrote it is always there, with nothing to say perhaps. */
function apart({ fromSchool, fromLaEstab, history }: ReceivedHistory): readonly Statement[] {
  const itself: EarlierSchool = { name: fromSchool, laEstab: fromLaEstab, saidAt: history.madeAt };
  const schools = new Map<string, EarlierSchool>([[keyOf(undefined), itself]]);
  for (const part of PARTS) {
    for (const { at } of history[part]) {
      if (at !== undefined && !schools.has(keyOf(at)))
        schools.set(keyOf(at), { ...at, saidAt: notAfter(history.madeAt, at.saidAt) });
    }
  }
  return [...schools].map(([key, school]) => ({
    school,
    history: {
      ...EMPTY,
      madeAt: school.saidAt ?? history.madeAt,
      ...Object.fromEntries(
        PARTS.map((part) => [
          part,
          history[part].filter(({ at }) => keyOf(at) === key).map(({ at: _at, ...item }) => item),
        ]),
      ),
    },
  }));
}

/** Nobody knew more than was said when the file was written: a later moment would outdo every file still to come. */
const notAfter = (madeAt: string, moment: string = madeAt): string => (moment > madeAt ? madeAt : moment);

const keyOf = (at: EarlierSchool | undefined): string =>
  at === undefined ? 'itself' : (at.laEstab ?? `typed ${at.name}`);
