import type { OperationOutput } from '#shared/contract/contract.ts';
import type { AppError, Result } from '#shared/kernel/result.ts';
import { duePlans } from '#main/features/due-plans.ts';
import { openExclusionApp, type ExclusionApp } from './exclusion-school.ts';

/** The targets of plans in tests. */
export const TARGETS = [
  { target: 'In class on time', measure: 'Late no more than once a week', support: 'Ms Reed meets him' },
  { target: 'Homework handed in' },
];

/** What referrals in tests say. */
export const REFERRAL = { why: 'Angry at home and at school', doneSoFar: 'Met the mother twice' };

type Support = OperationOutput<'plans.pupil'>;

type Outcome = 'met' | 'partly-met' | 'not-met' | 'dropped';

/** An application for tests of plans, referrals and panels, with what they ask again and again. */
export interface PlanApp extends ExclusionApp {
  support(pupilId: string): Promise<Support>;
  /** The open plan of a pupil. */
  plan(pupilId: string): Promise<NonNullable<Support['plan']>>;
  /** Reviews the open plan today; `states` are those of its targets in order, met where none is given. */
  review(pupilId: string, ...states: readonly Outcome[]): Promise<{ readonly reviewOn: string }>;
  /** What is due today, as [what, since, where]. */
  due(): Promise<readonly (readonly string[])[]>;
  /** An agency of the directory that needs the parents unless told otherwise; gives its id. */
  agency(name: string, more?: { readonly needsParents?: boolean; readonly team?: boolean }): Promise<string>;
}

/** What was refused; a test fails where it was not. */
export async function refused(asked: Promise<Result<unknown>>): Promise<AppError> {
  const result = await asked;
  if (result.ok) throw new Error('it was not refused');
  return result.error;
}

const supportOf = (app: ExclusionApp, pupilId: string) => app.must('plans.pupil', { pupilId });

/** `openExclusionApp`, with what plans need. */
export async function openPlanApp(): Promise<PlanApp> {
  const app = await openExclusionApp();
  const plan: PlanApp['plan'] = async (pupilId) => {
    const { plan: open } = await supportOf(app, pupilId);
    if (open === undefined) throw new Error('no open plan');
    return open;
  };
  return {
    ...app,
    plan,
    support: (pupilId) => supportOf(app, pupilId),
    review: async (pupilId, ...states) => {
      const { id: planId, version, targets } = await plan(pupilId);
      const outcome = targets.map(({ id: targetId }, at) => ({ targetId, state: states[at] ?? 'met' }));
      return app.must('plans.review', { planId, version, note: 'Looked at with Ben', outcome });
    },
    due: async () => {
      const { store, clock } = app.services;
      const items = await store.read((db) => duePlans(db, 'school-1', clock.today()));
      return items.map(({ what, on, to }) => [what, on, to]);
    },
    agency: async (name, more = {}) => {
      const about = { helpsWith: 'Families under strain', needsParents: true, team: false };
      return (await app.must('referrals.save-agency', { name, ...about, ...more })).agencyId;
    },
  };
}
