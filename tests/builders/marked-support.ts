import type { Db } from '#main/storage/store.ts';
import { NOW } from './database.ts';
import { MARK, MARKED, type Where } from './marked-names.ts';

/** Plans, referrals, panels, reintegration and what other schools said of the marked pupil. */
export async function addMarkedSupport(
  db: Db,
  { schoolId, day, laEstab }: Pick<Where, 'schoolId' | 'day' | 'laEstab'>,
): Promise<void> {
  const t = db.tables;
  const { pupilId, exclusionId, upn, surname, forename } = MARKED;
  const says = (what: string) => `${MARK} ${what}`;
  await db.insert(t.supportPlans).values({
    id: 'marked-plan',
    pupilId,
    fromDate: day,
    reviewOn: day,
    closedOn: day,
    closedWhy: says('closed'),
    writtenBy: 'Office',
    version: 1,
  });
  await db.insert(t.planTargets).values({
    id: 'marked-target',
    planId: 'marked-plan',
    pupilId,
    position: 1,
    target: says('target'),
    measure: says('measure'),
    support: says('support'),
    state: 'met',
  });
  await db.insert(t.planReviews).values({
    planId: 'marked-plan',
    pupilId,
    onDate: day,
    note: says('review'),
    outcome: { 'marked-target': 'met' },
    reviewedBy: 'Office',
  });
  await db.insert(t.agencies).values({
    id: 'marked-agency',
    schoolId,
    name: 'Agency',
    nameKey: 'agency',
    helpsWith: 'Help',
    needsParents: true,
    team: true,
    version: 1,
  });
  await db.insert(t.referrals).values({
    id: 'marked-referral',
    pupilId,
    agencyId: 'marked-agency',
    madeOn: day,
    why: says('referral'),
    doneSoFar: says('done so far'),
    parents: 'agreed',
    state: 'closed',
    answeredOn: day,
    answer: says('answer'),
    allocatedTo: says('allocated'),
    madeBy: 'Office',
    version: 1,
  });
  await db.insert(t.panels).values({ id: 'marked-panel', schoolId, onDate: day, version: 1 });
  await db.insert(t.panelItems).values({
    panelId: 'marked-panel',
    pupilId,
    position: 1,
    why: says('agenda'),
    discussed: says('discussed'),
    decision: says('decision'),
    owner: says('owner'),
  });
  await db.insert(t.reintegrations).values({
    exclusionId,
    invitedHow: says('invited'),
    heldOn: day,
    present: says('present'),
    agreed: says('agreed'),
    whatWorked: says('worked'),
    recordedBy: 'Office',
    version: 1,
  });
  await db.insert(t.reintegrationSteps).values({
    id: 'marked-step',
    exclusionId,
    kind: 'one-week',
    who: says('who'),
    dueOn: day,
    detail: says('detail'),
    outcome: says('outcome'),
    version: 1,
  });
  await db.insert(t.earlierRecords).values({
    id: 'marked-earlier',
    pupilId,
    fromSchool: 'Earlier',
    fromLaEstab: '2014009',
    madeOn: day,
    sha256: 'abc123',
    history: {
      madeAt: NOW,
      exclusions: [],
      halfDays: [],
      placements: [],
      courses: [],
      support: [],
      targets: [{ target: says('earlier target'), state: 'open' }],
      referrals: [],
    },
    importedBy: 'Office',
    importedAt: NOW,
  });
  await db.insert(t.riskGrids).values({
    id: 'marked-grid',
    laEstab,
    schoolName: 'School',
    schoolYear: 2025,
    term: 'autumn',
    madeAt: NOW,
    pupilsOnRoll: 1,
    criteria: { categories: [], criteria: [], procedure: PROCEDURE },
    fileName: 'grid.csv',
    sha256: 'abc123',
    current: true,
    receivedBy: 'Office',
    receivedAt: NOW,
  });
  await db.insert(t.riskGridRows).values({
    gridId: 'marked-grid',
    position: 1,
    upn,
    name: `${forename} ${surname}`,
    categories: ['A'],
    why: [says('why')],
    since: day,
    keyWorker: says('worker'),
    done: says('done'),
    signedOffWhy: says('off'),
  });
}

const PROCEDURE = {
  periodWeeks: 6,
  meetingDays: 14,
  meetingMinutes: 60,
  signOff: 'decision',
  levels: 'none',
  factors: [],
} as const;
