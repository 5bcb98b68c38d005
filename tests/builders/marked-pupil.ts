import { writeAudit } from '#main/security/audit.ts';
import type { Db } from '#main/storage/store.ts';
import { NOW } from './database.ts';

/** Texts that stand only in this pupil's record: whoever finds one after erasing has found a leak. */
export const MARK = 'Quillfeather';

/** A pupil whom nobody else is called like, with a row in every table that can be about one. */
export const MARKED = {
  pupilId: 'marked-pupil',
  exclusionId: 'marked-case',
  draftId: 'marked-draft',
  placementId: 'marked-stay',
  entryId: 'marked-entry',
  upn: 'Q990400100777',
  formerUpn: 'Q990400100778',
  surname: 'Quillfeather-Ashby',
  forename: 'Zebedee',
  dob: '2009-10-05',
} as const;

interface Where {
  readonly schoolId: string;
  readonly providerId: string;
  readonly otherPupilId: string;
  /** A Monday on which the provider has room. */
  readonly day: string;
  readonly laEstab: string;
}

/** Every text carries the mark, so that each column is seen to be erased. */
export async function addMarkedPupil(
  db: Db,
  { schoolId, providerId, otherPupilId, day, laEstab }: Where,
): Promise<void> {
  const t = db.tables;
  const { pupilId, exclusionId, draftId, entryId, upn, formerUpn, surname, forename, dob } =
    MARKED;
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
  await addStay(db, { schoolId, providerId, day });
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
  await addReturned(db, { laEstab, day, schoolId });
  const by = { userName: 'Office', role: 'recorder' } as const;
  const about = { subjectType: 'pupil', subjectId: pupilId, detail: { after: says('detail') } };
  await writeAudit(db, by, 'contacts.save', NOW, [about]);
  const line = { line: `${forename} ${surname} at 9.00` };
  await writeAudit(db, by, 'planner.accept', NOW, [{ subjectType: 'planner', subjectId: 'p', detail: line }]);
  const issue = { subjectType: 'exclusion', subjectId: exclusionId, detail: { account: says('detail') } };
  await writeAudit(db, by, 'exclusions.issue', NOW, [issue]);
}

async function addStay(
  db: Db,
  { schoolId, providerId, day }: Pick<Where, 'schoolId' | 'providerId' | 'day'>,
): Promise<void> {
  const t = db.tables;
  const { pupilId, exclusionId, placementId } = MARKED;
  const says = (what: string) => `${MARK} ${what}`;
  await db.insert(t.placements).values({
    id: placementId,
    exclusionId,
    pupilId,
    providerId,
    purpose: 'exclusion',
    schoolId,
    pupilGroup: 'secondary',
    expectedFrom: day,
    expectedTo: day,
    overrideReason: says('override'),
    overrideBy: 'Mrs Head',
    madeBy: 'Office',
    madeAt: NOW,
    version: 1,
  });
  await db.insert(t.places).values({
    id: 'marked-place',
    placementId,
    exclusionId,
    pupilId,
    providerId,
    schoolId,
    date: day,
    slot: 'am',
    state: 'cancelled',
    endedCode: 'other' as never,
    endedReason: says('given up'),
    endedBy: 'Office',
    endedAt: NOW,
    outcome: 'absent',
    outcomeNote: says('outcome'),
    markedBy: 'Office',
    markedAt: NOW,
  });
  await db.insert(t.placementEscorts).values({ placementId, date: day, name: says('escort') });
  await db
    .insert(t.homeVisits)
    .values({ placementId, date: day, visitor: says('visitor'), made: true, note: says('visit') });
  await db.insert(t.stayTasks).values({
    id: 'marked-task',
    placementId,
    kind: 'weekly-review',
    title: says('task'),
    beforeArrival: false,
    doneOn: day,
    doneBy: 'Office',
    note: says('done'),
    dropped: false,
    version: 1,
  });
  await db.insert(t.stayReports).values({
    placementId,
    work: says('work'),
    behaviour: says('behaviour'),
    nextSteps: says('next'),
    version: 1,
  });
  await db.insert(t.courseSessions).values({
    id: 'marked-course',
    pupilId,
    placementId,
    course: 'Safe choices',
    total: 6,
    done: 2,
    onDate: day,
    recordedBy: 'Office',
  });
  await db.insert(t.waitList).values({
    id: 'marked-wait',
    exclusionId,
    providerId,
    askedAt: NOW,
    askedBy: 'Office',
    endedAt: NOW,
    endedAs: 'placed',
  });
  await db.insert(t.placeEnquiries).values({
    id: 'marked-enquiry',
    exclusionId,
    providerId,
    providerName: 'A',
    askedOn: day,
    askedBy: 'Office',
    answer: 'no-place',
    note: says('enquiry'),
    fromDate: day,
    toDate: day,
    recordedAt: NOW,
  });
}

async function addReturned(
  db: Db,
  { laEstab, day, schoolId }: Pick<Where, 'laEstab' | 'day' | 'schoolId'>,
): Promise<void> {
  const t = db.tables;
  const { upn, surname, forename, dob } = MARKED;
  await db.insert(t.receivedReturns).values({
    id: 'marked-return',
    laEstab,
    schoolName: 'School',
    periodFrom: '2023-09-01',
    periodTo: '2023-12-30',
    periodName: 'Test',
    periodKind: 'dates',
    format: 'authority-xml',
    fileName: 'f.xml',
    sha256: 'marked-sha',
    createdAt: NOW,
    nil: false,
    current: true,
    counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 2 },
    receivedBy: 'Authority',
    receivedAt: NOW,
  });
  const one = {
    returnId: 'marked-return',
    laEstab,
    schoolYear: 2025,
    counts: true,
    upn,
    surname,
    forename,
    sex: 'M',
    dob,
    ncYear: '11',
    onRoll: true,
    category: 'SUSP',
    reasons: ['PP'],
    startDate: day,
    sessions: 2,
    inCare: true,
    senProvision: 'K',
    ethnicity: 'WBRI',
    fsm: true,
  };
  await db.insert(t.receivedExclusions).values([
    { ...one, position: 1, explanations: { r: `${MARK} explained` } },
    { ...one, position: 2 },
  ]);
  await db.insert(t.returns).values({
    id: 'marked-sent',
    schoolId,
    periodFrom: '2023-09-01',
    periodTo: '2023-12-30',
    periodName: 'Test',
    periodKind: 'dates',
    version: 1,
    format: 'authority-xml',
    fileName: 'f.xml',
    sha256: 'sha',
    nil: false,
    counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 2 },
    exportedBy: 'Office',
    exportedAt: NOW,
    document: [{ upn, surname, forename, category: 'SUSP', startDate: day, reasons: ['PP'] }],
  });
  await db.insert(t.quarantinedFiles).values({
    id: 'marked-file',
    fileName: 'refused.xml',
    sha256: 'refused-sha',
    size: 10,
    content: Buffer.from(`<upn>${upn}</upn><name>${surname}</name>`).toString('base64'),
    message: 'Refused',
    problems: [{ severity: 'error', message: 'x', remedy: 'y', value: upn }],
    attempts: 1,
    refusedAt: NOW,
    refusedBy: 'Authority',
  });
}
