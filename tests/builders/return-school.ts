import { join } from 'node:path';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { PupilRecord } from '#main/storage/repositories/pupils.ts';
import { openTestApp, type TestApp } from './app.ts';
import { addExclusion } from './pupil-exclusion.ts';
import { addPupils, pupilRecord } from './pupil-row.ts';
import { setUpSchool, testCalendar } from './school.ts';

type Period = OperationOutput<'returns.periods'>['periods'][number];

/** The window of the spring census 2026: the summer and autumn terms of 2025. */
export const SPRING_2026: Period = {
  kind: 'census',
  name: 'Spring census 2026',
  term: 'SPR',
  year: 2026,
  from: '2025-04-21',
  to: '2025-12-31',
};

/** The window of the autumn census 2025: the spring and summer terms of 2025. */
export const AUTUMN_2025: Period = {
  kind: 'census',
  name: 'Autumn census 2025',
  term: 'AUT',
  year: 2025,
  from: '2025-01-01',
  to: '2025-07-31',
};

export interface ExcludeOptions {
  readonly kind?: ExclusionKind;
  readonly state?: 'draft' | 'issued';
  readonly slot?: Slot;
  /** Sessions from the start on; lunchtimes for a lunchtime exclusion. */
  readonly halfDays?: number;
  readonly reasons?: readonly string[];
}

export interface ReturnApp extends TestApp {
  /** Puts pupil `serial` on the roll. */
  pupil(serial: number, more?: Partial<PupilRecord>): Promise<string>;
  /** Keeps an exclusion of two sessions from `from` am, or as told; gives its id. No rule is asked. */
  exclude(pupilId: string, from: string, options?: ExcludeOptions): Promise<string>;
  /** An id for a file of this name in the test's folder, as if chosen in the dialog. */
  place(name: string): { readonly path: string; readonly destination: string };
}

const calendar = indexCalendar(testCalendar);

/** An application with the test school, for tests of returns; today is Wed 21 January 2026. */
export async function openReturnApp(today = '2026-01-21'): Promise<ReturnApp> {
  const app = openTestApp(today);
  await setUpSchool(app);
  let count = 0;
  return {
    ...app,
    pupil: async (serial, more) => {
      const pupil = pupilRecord(serial, more);
      await addPupils(app, [pupil]);
      return pupil.id;
    },
    exclude: async (pupilId, from, { kind, state, slot = 'am', halfDays = 2, reasons } = {}) => {
      const id = `exclusion-${(count += 1)}`;
      const sessions =
        kind === 'lunchtime'
          ? Array.from({ length: halfDays }, () => [from, 'lunch'] as const)
          : calendar.sessionsFrom({ date: from, slot }, halfDays).map((one) => [one.date, one.slot] as const);
      await addExclusion(app, {
        id,
        pupilId,
        halfDays: kind === 'permanent' || sessions.length === 0 ? [[from, slot]] : sessions,
        ...(kind ? { kind } : {}),
        ...(state ? { state } : {}),
        ...(reasons ? { reasons } : {}),
      });
      return id;
    },
    place: (name) => {
      const path = join(app.folder, name);
      return { path, destination: app.fileId(path) };
    },
  };
}
