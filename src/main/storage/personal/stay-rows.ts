import { changed, ERASED, kept, link, personalTable, text } from './treatments.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A list of objects with some of their texts taken out. */
const without =
  (clean: (item: Fields) => Fields) =>
  (value: unknown): unknown =>
    Array.isArray(value) ? value.map((item: unknown) => clean(fieldsOf(item))) : value;

/** The category and the day of a reason are counted; the note and the name of a criterion by hand were typed. */
const plainReason = (reason: Fields) => {
  const fact = fieldsOf(reason['fact']);
  if (fact['kind'] !== 'by-hand') return reason;
  return { ...reason, fact: { kind: 'by-hand', name: fact['name'] } };
};

const plainPeriod = ({ why, ...period }: Fields) => (why === undefined ? period : { ...period, why: ERASED });

/** Stays with providers, who waits, and the register of pupils at risk. */
export const stayRows = {
  placements: personalTable('placements', {
    title: 'Stays with providers',
    kind: 'stays',
    by: [['pupilId', 'pupil']],
    columns: {
      id: link,
      exclusionId: link,
      pupilId: link,
      providerId: kept('Provider'),
      purpose: kept('Purpose'),
      schoolId: kept('Sent by'),
      pupilGroup: kept('Group'),
      expectedFrom: kept('From, as first booked'),
      expectedTo: kept('To, as first booked'),
      movedFromId: link,
      parentChoice: kept('What the parents chose'),
      parentChoiceOn: kept('Chosen on'),
      overrideReason: text('Why rules were waived'),
      overrideBy: kept('Waived by'),
      madeBy: kept('Booked by'),
      madeAt: kept('Booked at'),
      version: link,
    },
  }),
  places: personalTable('places', {
    title: 'Places in sessions',
    kind: 'stays',
    by: [['pupilId', 'pupil']],
    columns: {
      id: link,
      placementId: link,
      exclusionId: link,
      pupilId: link,
      providerId: kept('Provider'),
      schoolId: link,
      date: kept('Date'),
      slot: kept('Half day'),
      state: kept('State'),
      heldUntil: kept('Held until'),
      endedCode: kept('Given up as'),
      endedReason: text('Why it was given up'),
      endedBy: kept('Given up by'),
      endedAt: kept('Given up at'),
      outcome: kept('What came of it'),
      outcomeReason: kept('Reason'),
      outcomeNote: text('Note'),
      arrivedAt: kept('Arrived'),
      leftAt: kept('Left'),
      markedBy: kept('Marked by'),
      markedAt: kept('Marked at'),
    },
  }),
  placementEscorts: personalTable('placementEscorts', {
    title: 'Staff who went along',
    kind: 'stays',
    by: [['placementId', 'placement']],
    columns: { placementId: link, date: kept('Date'), name: text('Name') },
  }),
  homeVisits: personalTable('homeVisits', {
    title: 'Visits at home',
    kind: 'stays',
    by: [['placementId', 'placement']],
    columns: {
      placementId: link,
      date: kept('Date'),
      visitor: text('Visitor'),
      made: kept('Made'),
      note: text('Note'),
    },
  }),
  stayTasks: personalTable('stayTasks', {
    title: 'What a stay owed',
    kind: 'stays',
    by: [['placementId', 'placement']],
    columns: {
      id: link,
      placementId: link,
      kind: kept('Kind'),
      ruleKey: link,
      title: text('Task'),
      dueOn: kept('Due on'),
      beforeArrival: kept('Before arrival'),
      doneOn: kept('Done on'),
      doneBy: kept('Done by'),
      verdict: kept('Work was'),
      note: text('Note'),
      dropped: kept('Not owed any more'),
      droppedBy: kept('Said by'),
      version: link,
    },
  }),
  stayReports: personalTable('stayReports', {
    title: 'Reports at the end of stays',
    kind: 'stays',
    by: [['placementId', 'placement']],
    columns: {
      placementId: link,
      work: text('Work'),
      behaviour: text('Behaviour'),
      nextSteps: text('Next steps'),
      finishedOn: kept('Finished on'),
      finishedBy: kept('Finished by'),
      version: link,
    },
  }),
  courseSessions: personalTable('courseSessions', {
    title: 'Courses',
    kind: 'stays',
    by: [['pupilId', 'pupil']],
    columns: {
      id: link,
      pupilId: link,
      placementId: link,
      course: kept('Course'),
      total: kept('Sessions of the course'),
      done: kept('Sessions done'),
      onDate: kept('On'),
      recordedBy: kept('Noted by'),
    },
  }),
  waitList: personalTable('waitList', {
    title: 'On wait lists',
    kind: 'waiting',
    by: [['exclusionId', 'exclusion']],
    columns: {
      id: link,
      exclusionId: link,
      providerId: kept('Provider'),
      askedAt: kept('Asked at'),
      askedBy: kept('Asked by'),
      endedAt: kept('Ended at'),
      endedAs: kept('Ended as'),
    },
  }),
  placeEnquiries: personalTable('placeEnquiries', {
    title: 'Providers asked for a place',
    kind: 'waiting',
    by: [['exclusionId', 'exclusion']],
    columns: {
      id: link,
      exclusionId: link,
      providerId: link,
      providerName: kept('Provider'),
      askedOn: kept('Asked on'),
      askedBy: kept('Asked by'),
      answer: kept('Answer'),
      note: text('Note'),
      fromDate: kept('For, from'),
      toDate: kept('For, to'),
      recordedAt: kept('Noted at'),
    },
  }),
  atRiskEntries: personalTable('atRiskEntries', {
    title: 'On the register of pupils at risk',
    kind: 'at-risk',
    by: [['pupilId', 'pupil']],
    key: ['id'],
    columns: {
      id: link,
      pupilId: link,
      since: kept('Since'),
      reasons: changed('Reasons', without(plainReason)),
      periods: changed('Periods of support', without(plainPeriod)),
      reviewOn: kept('Review on'),
      signedOffOn: kept('Signed off on'),
      signedOffBy: kept('Signed off by'),
      signedOffReason: text('Why it was signed off'),
      signedOffAs: kept('Signed off by date, criteria or decision'),
      level: kept('Level'),
      factors: kept('Risk and resilience factors'),
      raisedBy: kept('Raised by'),
      raisedAt: kept('Raised at'),
      version: link,
    },
  }),
  keyWorkers: personalTable('keyWorkers', {
    title: 'Key workers',
    kind: 'at-risk',
    by: [['entryId', 'entry']],
    columns: {
      id: link,
      entryId: link,
      name: text('Name'),
      role: kept('Role'),
      fromDate: kept('From'),
      toDate: kept('To'),
      staffId: link,
    },
  }),
  keyWorkerMeetings: personalTable('keyWorkerMeetings', {
    title: 'Meetings with the key worker',
    kind: 'at-risk',
    by: [['entryId', 'entry']],
    columns: {
      entryId: link,
      onDate: kept('On'),
      keyWorker: text('Key worker'),
      note: text('Note'),
      recordedBy: kept('Noted by'),
      minutes: kept('Minutes'),
    },
  }),
};
