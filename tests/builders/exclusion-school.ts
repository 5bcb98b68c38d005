import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { isHistory } from '#main/storage/repositories/audit-history.ts';
import { openTestApp, type TestApp } from './app.ts';
import { setUpSchool, type SchoolOptions } from './school.ts';

type DraftInput = OperationInput<'exclusions.issue'>;

export interface PupilOptions {
  readonly form?: string | null;
  readonly inCare?: boolean;
  readonly senProvision?: string | null;
  readonly leavingDate?: string;
  /** For cases of years long ago. */
  readonly dob?: string;
  readonly entryDate?: string;
}

/** An application with a school whose day is Wed 12 November 2025, for tests of exclusions. */
export interface ExclusionApp extends TestApp {
  /** A pupil "Forename Surname" on the roll; gives the id. */
  pupil(name: string, options?: PupilOptions): Promise<string>;
  /** A complete draft of two days from Thu 13 November 2025 am, with what the test is about put in. */
  draft(pupilId: string, more?: Partial<DraftInput>): DraftInput;
  /** Issues such a draft as the head teacher. */
  issue(pupilId: string, more?: Partial<DraftInput>): Promise<OperationOutput<'exclusions.issue'>>;
  /** Audit rows of what was done, oldest first; not of what was looked at or refused. */
  audit(): Promise<readonly { operation: string; subjectId: string | null; detail: unknown }[]>;
  /** Half days of an issued exclusion as "2025-11-13 am". */
  halfDays(exclusionId: string): Promise<readonly string[]>;
  /** Moves the clock to noon of another day. */
  goTo(day: string): void;
}

export async function openExclusionApp(options: SchoolOptions = {}): Promise<ExclusionApp> {
  const app = openTestApp('2025-11-12');
  const { schoolId } = await setUpSchool(app, options);
  const { store } = app.services;
  let pupils = 0;
  const draft: ExclusionApp['draft'] = (pupilId, more = {}) => ({
    pupilId,
    kind: 'fixed-period',
    startDate: '2025-11-13',
    halfDays: 4,
    incidentOn: '2025-11-12',
    incidentAt: '10.40',
    incidentPlace: 'Corridor',
    incidentAccount: 'Pushed another pupil.',
    reasons: ['PP'],
    decidedBy: 'Mrs Head',
    ...more,
  });
  return {
    ...app,
    draft,
    issue: (pupilId, more) => app.must('exclusions.issue', draft(pupilId, more)),
    pupil: async (name, more = {}) => {
      const { form = '9B', inCare = false, senProvision = 'N', leavingDate } = more;
      const { dob = '2012-03-04', entryDate = '2023-09-04' } = more;
      const [forename = '', surname = ''] = name.split(' ');
      const id = `pupil-${String((pupils += 1))}`;
      await store.write((db) =>
        db.insert(db.tables.pupils).values({
          id,
          schoolId,
          upn: `A${String(pupils).padStart(12, '0')}`,
          surname,
          forename,
          sex: 'F',
          dob,
          form,
          entryDate,
          leavingDate: leavingDate ?? null,
          senProvision,
          inCare,
          searchText: ` ${surname.toLowerCase()} ${forename.toLowerCase()}`,
          version: 1,
          updatedAt: '2025-09-01T08:00:00.000Z',
        }),
      );
      return id;
    },
    audit: () =>
      store.read(async (db) => {
        const { audit } = db.tables;
        const rows = await db.select().from(audit).where(isHistory(audit)).orderBy(audit.id);
        return rows.map(({ operation, subjectId, detail }) => ({ operation, subjectId, detail }));
      }),
    halfDays: (exclusionId) =>
      store.read(async (db) => {
        const rows = await db.select().from(db.tables.exclusionHalfDays);
        return rows
          .filter((row) => row.exclusionId === exclusionId)
          .map(({ date, slot }) => `${date} ${slot}`)
          .toSorted();
      }),
    goTo: (day) => {
      const moved: Clock = { now: () => `${day}T12:00:00.000Z`, today: () => day };
      Object.assign(app.services.clock, moved);
    },
  };
}
