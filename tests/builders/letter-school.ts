import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { openExclusionApp, type ExclusionApp, type PupilOptions } from './exclusion-school.ts';
import type { SchoolOptions } from './school.ts';

/** An application whose school has everything that letters carry, for tests of letters. */
export interface LetterApp extends ExclusionApp {
  /** A pupil with a parent at an address, "Forename Surname" on the roll; gives the id. */
  child(name: string, options?: PupilOptions): Promise<string>;
  /** Types what nothing but a person can fill, so that a letter is ready to go; gives its version. */
  fill(exclusionId: string, templateId: string, gaps?: Readonly<Record<string, string>>): Promise<number>;
  open(exclusionId: string, templateId: string): Promise<OperationOutput<'letters.open'>>;
  /** What `letters.issue` is given for a letter that goes by hand today. */
  sending(
    exclusionId: string,
    templateId: string,
    more?: Partial<OperationInput<'letters.issue'>>,
  ): OperationInput<'letters.issue'>;
}

export async function openLetterApp(options: SchoolOptions = {}): Promise<LetterApp> {
  const app = await openExclusionApp(options);
  const { store } = app.services;
  await store.write((db) =>
    db.insert(db.tables.schoolDetails).values({
      schoolId: 'school-1',
      address: 'Hill Road\nWestbrook',
      phone: '01632 960100',
      email: 'office@test-high.example',
      authorityContact: 'Mr Tom Reed',
      authorityAddress: 'Civic Centre\nWestbrook',
      authorityPhone: '01632 960200',
      clerkName: 'Mrs Joan Pike',
      clerkAddress: 'Test High School, Hill Road, Westbrook',
      clerkPhone: '01632 960101',
      advice: 'Westbrook advice service, 01632 960300\nChild Law Line, 01632 960301',
      version: 1,
    }),
  );
  return {
    ...app,
    child: async (name, pupil) => {
      const pupilId = await app.pupil(name, pupil);
      await store.write((db) =>
        db.insert(db.tables.contacts).values({
          id: `contact-${pupilId}`,
          pupilId,
          relation: 'parent',
          name: 'Ms Dana Ashdown',
          address: '14 Mill Lane\nWestbrook',
          position: 1,
          version: 1,
        }),
      );
      return pupilId;
    },
    fill: async (exclusionId, templateId, gaps = { work: 'Work is on the website.' }) => {
      const { version } = await app.must('letters.open', { exclusionId, templateId });
      const saved = await app.must('letters.save', {
        exclusionId,
        templateId,
        gaps,
        ...(version === undefined ? {} : { version }),
      });
      return saved.version;
    },
    open: (exclusionId, templateId) => app.must('letters.open', { exclusionId, templateId }),
    sending: (exclusionId, templateId, more = {}) => ({
      exclusionId,
      templateId,
      sentTo: 'Ms Dana Ashdown',
      sentHow: 'by hand',
      sentOn: app.services.clock.today(),
      ...more,
    }),
  };
}
