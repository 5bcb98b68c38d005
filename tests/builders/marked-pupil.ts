import { writeAudit } from '#main/security/audit.ts';
import type { Db } from '#main/storage/store.ts';
import { NOW } from './database.ts';
import { MARK, MARKED, type Where } from './marked-names.ts';
import { addMarkedReturns } from './marked-returns.ts';
import { addMarkedStay } from './marked-stay.ts';
import { addMarkedSupport } from './marked-support.ts';

/** Every text carries the mark, so that each column is seen to be erased. */
export async function addMarkedPupil(
  db: Db,
  { schoolId, providerId, otherPupilId, day, laEstab }: Where,
): Promise<void> {
  const t = db.tables;
  const { pupilId, exclusionId, draftId, entryId, upn, formerUpn, surname, forename, dob } = MARKED;
  const says = (what: string) => `${MARK} ${what}`;
  await db.insert(t.pupils).values({
    id: pupilId,
    schoolId,
    upn,
    formerUpn,
    surname,
    forename,
    middleNames: says('middle'),
    preferredSurname: says('preferred'),
    sex: 'M',
    dob,
    ncYear: null,
    form: says('form'),
    enrolStatus: 'P',
    entryDate: '2020-09-07',
    leavingDate: '2026-07-17',
    senProvision: 'K',
    inCare: true,
    careAuthority: says('authority'),
    ethnicity: 'WBRI',
    fsm: true,
    searchText: ` ${surname.toLowerCase()} ${forename.toLowerCase()} ${upn.toLowerCase()}`,
    version: 1,
    updatedAt: NOW,
  });
  await db
    .insert(t.earlierHalfDays)
    .values({ pupilId, schoolYear: 2025, term: 'autumn', halfDays: 4, source: says('source') });
  await db.insert(t.contacts).values({
    id: 'marked-contact',
    pupilId,
    relation: 'parent',
    name: says('mother'),
    address: says('address'),
    phone: '01632 960777',
    email: 'quillfeather@home.example',
    position: 1,
    version: 1,
  });
  await db.insert(t.exams).values({
    id: 'marked-exam',
    schoolId,
    pupilId,
    kind: 'public-examination',
    name: says('paper'),
    date: day,
    slot: 'am',
  });
  await db.insert(t.requestedAbsences).values({
    id: 'marked-absence',
    pupilId,
    fromDate: day,
    toDate: day,
    askedBy: says('asker'),
    account: says('absence'),
    recordedBy: 'Office',
    recordedAt: NOW,
    version: 1,
  });
  await db.insert(t.attendanceFigures).values({
    pupilId,
    onDate: day,
    tenths: 740,
    source: says('register'),
    recordedBy: 'Office',
    recordedAt: NOW,
  });
  const [pupilA, pupilB] = [pupilId, otherPupilId].toSorted() as [string, string];
  await db.insert(t.keepApart).values({
    id: 'marked-apart',
    pupilA,
    pupilB,
    reason: says('quarrel'),
    fromDate: '2025-09-01',
    toDate: '2025-10-01',
    madeBy: 'Office',
    madeAt: NOW,
  });
  const issued = {
    schoolId,
    pupilId,
    kind: 'fixed-period',
    ruleSet: 'england-2022',
    inCare: true,
    senProvision: 'K',
    recordedBy: 'Office',
    recordedAt: NOW,
    version: 1,
  } as const;
  await db.insert(t.exclusions).values([
    {
      ...issued,
      id: exclusionId,
      state: 'ended',
      startDate: day,
      startSlot: 'am',
      endDate: day,
      endSlot: 'pm',
      halfDays: 2,
      incidentOn: day,
      incidentAt: '10.40',
      incidentPlace: says('place'),
      incidentAccount: says('account'),
      incidentLesson: says('lesson'),
      decidedBy: 'Mrs Head',
      issuedBy: 'Mrs Head',
      issuedAt: NOW,
    },
    { ...issued, id: draftId, state: 'draft', incidentAccount: says('draft'), decidedBy: null },
  ]);
  await db.insert(t.exclusionReasons).values([
    { exclusionId, position: 1, code: 'PP' },
    { exclusionId: draftId, position: 1, code: 'PP' },
  ]);
  await db
    .insert(t.exclusionHalfDays)
    .values(
      (['am', 'pm'] as const).map((slot) => ({ exclusionId, pupilId, date: day, slot, givenBack: false })),
    );
  await db.insert(t.caseEvents).values({
    id: 'marked-event',
    exclusionId,
    type: 'representations',
    onDate: day,
    note: says('note'),
    recordedBy: 'Office',
    recordedAt: NOW,
    voidedAt: NOW,
    voidedReason: says('void'),
  });
  await db.insert(t.duties).values({
    exclusionId,
    key: 'marked',
    party: 'parents',
    owedBy: 'school',
    basis: 'law',
    owed: true,
    withoutDelay: true,
    dueBy: day,
    working: [{ date: day, note: says('working') }] as never,
    source: 's',
    certainty: 'read',
    why: says('why'),
    fulfilledOn: day,
    how: says('how'),
    byWhom: says('whom'),
    evidence: says('evidence'),
    fulfilledBy: 'Office',
    fulfilledAt: NOW,
  });
  await db.insert(t.dutyChanges).values({
    exclusionId,
    key: 'marked',
    change: 'added',
    cause: says('cause'),
    userName: 'Office',
    at: NOW,
  });
  await db.insert(t.letters).values({
    id: 'marked-letter',
    exclusionId,
    templateId: 'parents-short',
    gaps: { work: says('gap') },
    updatedBy: 'Office',
    updatedAt: NOW,
    version: 1,
  });
  await db.insert(t.letterIssues).values({
    id: 'marked-issue',
    letterId: 'marked-letter',
    exclusionId,
    templateId: 'parents-short',
    templateVersion: 1,
    title: 'Letter to parents',
    content: {
      title: 'Letter to parents',
      letterhead: { schoolName: 'School', lines: [] },
      blocks: [
        { id: 'a', kind: 'paragraph', locked: true, lines: [[{ type: 'text', text: says('letter') }]] },
      ],
    },
    facts: { pupil: says('fact') },
    sha256: 'abc123',
    sentTo: says('recipient'),
    sentHow: 'by hand',
    sentOn: day,
    issuedBy: 'Mrs Head',
    issuedAt: NOW,
  });
  await db.insert(t.returnExplanations).values({
    exclusionId,
    rule: 'r',
    explanation: says('explanation'),
    explainedBy: 'Office',
    explainedAt: NOW,
  });
  await addMarkedStay(db, { schoolId, providerId, day });
  await db.insert(t.atRiskEntries).values({
    id: entryId,
    pupilId,
    since: day,
    reasons: [
      {
        criterionId: 'c',
        category: 'B',
        on: day,
        fact: { kind: 'by-hand', name: 'Behaviour', note: says('reason') },
      },
    ],
    periods: [{ from: day, reviewOn: day, by: 'Office', why: says('period') }],
    reviewOn: day,
    signedOffOn: day,
    signedOffBy: 'Office',
    signedOffReason: says('signed off'),
    raisedBy: 'Office',
    raisedAt: NOW,
    version: 1,
  });
  await db
    .insert(t.keyWorkers)
    .values({ id: 'marked-worker', entryId, name: says('worker'), role: 'Tutor', fromDate: day });
  await db
    .insert(t.keyWorkerMeetings)
    .values({ entryId, onDate: day, keyWorker: says('worker'), note: says('meeting'), recordedBy: 'Office' });
  await addMarkedSupport(db, { schoolId, day, laEstab });
  await db
    .insert(t.retentionHolds)
    .values({ pupilId, reason: says('hold'), until: '2025-12-01', setBy: 'Mrs Head', setAt: NOW });
  await db.insert(t.erasures).values({
    id: 'marked-erasure',
    pupilId,
    at: NOW,
    byName: 'Mrs Head',
    kind: 'waiting',
    reason: 'Time over',
    counts: {},
  });
  await addMarkedReturns(db, { laEstab, day, schoolId });
  const by = { userName: 'Office', role: 'recorder' } as const;
  const about = { subjectType: 'pupil', subjectId: pupilId, detail: { after: says('detail') } };
  await writeAudit(db, by, 'contacts.save', NOW, [about]);
  const line = { line: `${forename} ${surname} at 9.00` };
  await writeAudit(db, by, 'planner.accept', NOW, [{ subjectType: 'planner', subjectId: 'p', detail: line }]);
  const issue = { subjectType: 'exclusion', subjectId: exclusionId, detail: { account: says('detail') } };
  await writeAudit(db, by, 'exclusions.issue', NOW, [issue]);
}
