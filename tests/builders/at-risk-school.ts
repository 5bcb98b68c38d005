import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { openExclusionApp, type ExclusionApp } from './exclusion-school.ts';

type Criteria = OperationOutput<'support.criteria'>;
type Saved = Omit<OperationInput<'support.save-criteria'>, 'version'>;
type Row = OperationOutput<'support.list'>['entries'][number];

/** A school with an at-risk register, for tests of it. */
export interface AtRiskApp extends ExclusionApp {
  /** Saves criteria or parts of the procedure in place of those there are. */
  setCriteria(more: {
    readonly categories?: Saved['categories'];
    readonly criteria?: Saved['criteria'];
    readonly procedure?: Partial<Criteria['procedure']>;
  }): Promise<void>;
  /** The open entry of a pupil; throws when there is none. */
  entryOf(pupilId: string): Promise<Row>;
  /** Names somebody of that name the key worker of a pupil's open entry; gives the id in the directory. */
  keyWorker(pupilId: string, name: string, role?: string): Promise<string>;
  /** Notes a figure of attendance up to the clock's day. */
  attendance(pupilId: string, percent: number): Promise<string>;
  /** What is due, as "key since what", the pupil in place of the entry. */
  due(): Promise<readonly string[]>;
}

export async function openAtRiskApp(): Promise<AtRiskApp> {
  const app = await openExclusionApp();
  const entryOf = async (pupilId: string) => {
    const [entry] = (await app.must('support.list', { pupilId })).entries;
    if (entry === undefined) throw new Error('the pupil is not on the register');
    return entry;
  };
  return {
    ...app,
    entryOf,
    setCriteria: async ({ procedure, ...more }) => {
      const { setBy: _setBy, ...before } = await app.must('support.criteria', {});
      await app.must('support.save-criteria', {
        ...before,
        ...more,
        procedure: { ...before.procedure, ...procedure },
      });
    },
    keyWorker: async (pupilId, name, role = 'Learning Mentor') => {
      const { id: entryId, version } = await entryOf(pupilId);
      const named = await app.must('support.assign-key-worker', { entryId, version, name, role });
      return named.staffId;
    },
    attendance: async (pupilId, percent) =>
      (await app.must('support.set-attendance', { pupilId, percent, source: 'Register' })).as,
    due: async () => {
      const { items } = await app.must('support.due', {});
      return items.map(({ key, pupilName, on, what, to }) => {
        const [kind = '', entryId = ''] = key.split(':');
        if (to !== `/support/entries/${entryId}`) throw new Error(`${key} leads to ${to}`);
        return `${kind} of ${pupilName} since ${on}: ${what}`;
      });
    },
  };
}
