import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sqliteSchema } from '../src/main/storage/schema/schema.ts';

/** What each table is for; a table without a sentence here does not compile. */
const PURPOSE = {
  workspace:
    'One row, in a shared database one a school: whose database this is (a school, an authority or both), the area’s promise, and whether it is a demonstration.',
  schools: 'Schools the database knows: its own and, for an authority, those it expects returns from.',
  terms: 'Term dates of a school by school year (2025 = 2025/26).',
  closures: 'Days or half days on which the school does not meet.',
  sessionTimes: 'When the two sessions of the school day start and end.',
  pupils: 'The roll, leavers included. `search_text` is the folded text that searches look in.',
  earlierHalfDays: 'Half days of exclusion at earlier schools: they count towards the 45 days of the year.',
  exclusions:
    'Exclusions of the three kinds, drafts and issued, stamped with the rule set of their start date and with SEN provision and care at the time.',
  exclusionReasons: 'One to three reason codes, the main one first.',
  exclusionHalfDays:
    'The half days an issued exclusion takes; a lunchtime counts as one half day. Those given back count nowhere; the key keeps two exclusions of a pupil apart.',
  heads: 'The head teacher and acting heads with their dates: only they decide.',
  schoolDetails: 'One row a school: what its letters carry, and its own Word letterhead.',
  contacts:
    'People and offices to tell about a pupil: parents, social worker, virtual school head, home authority.',
  exams: 'Public examinations and national tests, of a year group or of one pupil.',
  requestedAbsences:
    'Absences at the school’s request without procedure: noted, never counted as exclusions.',
  caseEvents: 'What happened in a case after it was issued. Rows are never removed; a mistake is struck out.',
  duties:
    'What a case obliges, one row a duty, worked out anew at every change, and what became of it. A fulfilled row stays.',
  dutyChanges:
    'Append-only: what a change of the record did to a duty, and when it was fulfilled or reopened.',
  letters: 'Letters being prepared: only what was typed into their gaps.',
  letterIssues: 'Append-only: exactly what was sent, when, how and to whom.',
  providers:
    'Where excluded pupils are taught, with their rules of admission; two limits have columns of their own, which triggers guard.',
  providerSessions: 'A provider’s ordinary week: capacity and times of each half day (weekday 1 = Monday).',
  providerClosures: 'When a provider is closed, or has some places out of use, and why.',
  providerAdults: 'Adults of a provider’s ordinary week, and changes on single days.',
  providerHosts: 'Which centre hosts a rota in which term.',
  keepApart: 'Pupils who are never in one provider session together; a trigger sees to it.',
  itineraryStages: 'Where an itinerary goes by the days of the exclusion, in order of preference.',
  placements:
    'A stay: one pupil, one provider, a run of places made in one step; the days first booked are kept.',
  placementEscorts: 'The member of staff whom the school sends on a day of a stay.',
  homeVisits: 'Visits to a pupil who studies at home: without one the day is no provision.',
  stayTasks: 'What is owed around a stay: papers, signatures, work, reviews, report, sheets, follow-up.',
  stayReports: 'The end-of-placement report; attendance is worked out from the places.',
  courseSessions: 'Sessions of a course done at a stay; the next stay goes on from there.',
  waitList: 'Pupils waiting for a provider that had no place.',
  placeEnquiries: 'Append-only: whom we asked for a place, when, and what they answered.',
  atRiskCriteria:
    'One row a school: what puts a pupil at risk, and the categories. Without a row those of the program hold.',
  supportStaff: 'Who may be a key worker, of the school or from outside: one row a person.',
  supportPlans: 'Plans of support with targets; one open plan a pupil.',
  planTargets: 'The targets of a plan and how they stand.',
  planReviews: 'Append-only: reviews of a plan, every half term.',
  agencies: 'Whom the school can refer pupils to.',
  referrals: 'Referrals of a pupil to an agency or a team of several, and what came of them.',
  panels: 'Meetings of the inclusion panel: agenda and minutes.',
  panelItems: 'Pupils on the agenda of a panel, with what was decided.',
  reintegrations: 'The way back after an exclusion: invited, held, agreed, what worked.',
  reintegrationSteps:
    'What follows a reintegration meeting: after one and four weeks, a part-time return with its end, a restorative meeting.',
  earlierRecords: 'What the school before handed on with a pupil, one a school.',
  riskGrids: 'Termly grids of pupils at risk that schools sent to the authority; the current one counts.',
  riskGridRows: 'The pupils of such a grid.',
  atRiskEntries:
    'The at-risk register: a pupil, why, and the periods of six weeks until the pupil is signed off; one open entry a pupil.',
  keyWorkers: 'Key workers of the entries, one named person at a time.',
  keyWorkerMeetings: 'Meetings of a pupil at risk with the key worker.',
  attendanceFigures:
    'Attendance of a pupil in tenths of a percent, with the last day it covers and its source.',
  places:
    'One pupil in one provider session. Held places count until `held_until`; cancelled and lapsed ones stay as history. Triggers recount the session, the week and the school’s share.',
  returns: 'Receipts of the returns the school has exported.',
  receivedReturns:
    'Files the authority has accepted; `current` marks the one that counts for a school and period.',
  receivedExclusions:
    'The exclusions in those files; `counts` marks those that figures are made of (no later return speaks for the day).',
  receivedYearTotals:
    'What the exclusions that count add up to, by school and school year; worked out at each import.',
  returnExplanations: 'The school’s words about a query of the checks; they travel with the return.',
  authoritySchools: 'Schools by the national register or by hand, with cluster and whom to write to.',
  authorityGroups: 'Which authorities are looked at together, and their region.',
  schoolProfiles: 'Pupils on roll and shares of pupils, by school and school year, with their source.',
  publishedFiles: 'Files of the Department’s open data that were imported.',
  publishedFigures: 'Their lines, with the figures as published.',
  quarantinedFiles: 'Files that were refused, kept for another try.',
  columnMappings: 'Which column of a sender’s CSV holds what.',
  returnDueDates: 'Days by which the authority wants the returns of a period.',
  returnChasers: 'Each time a school was asked for a return.',
  sealKeys: 'Keys of sealed returns: our own with their secret half, others’ without.',
  conferenceCriteria: 'Which pupils are put to the case conference.',
  users: 'People who sign in; kept when they leave, the audit trail names them.',
  userRoles: 'Their roles, some for a time, provider staff for a provider.',
  retentionRules: 'How long a kind of record is kept, where the school set its own time.',
  retentionHolds: 'Pupils whose records are kept beyond their time, and why.',
  erasures: 'What was erased when, without whom it was about.',
  audit:
    'Append-only: who did what, when, with a snapshot of the command; each row is chained to the one before by its hash.',
  auditHead: 'The end of the chain of the audit trail.',
  commandReceipts:
    'Commands that carried an id of their own, and what they answered, so that none is done twice.',
  editing: 'Who has which record open to change it, at which window of a shared database.',
} satisfies Record<keyof typeof sqliteSchema, string>;

const purposes = new Map<string, string>(Object.entries(PURPOSE));

/** The dictionary as Markdown, made from the one description of the tables. */
export function dataDictionary(): string {
  const tables = Object.entries(sqliteSchema).map(([key, table]) => {
    const { name, columns, foreignKeys } = getTableConfig(table);
    const references = new Map(
      foreignKeys.map((foreignKey) => {
        const { columns: own, foreignTable } = foreignKey.reference();
        return [own[0]?.name, getTableConfig(foreignTable).name] as const;
      }),
    );
    const rows = columns.map((column) => {
      const target = references.get(column.name);
      const kind =
        column.dataType === 'json'
          ? 'JSON'
          : column.dataType === 'boolean'
            ? 'yes/no'
            : column.dataType === 'number'
              ? 'number'
              : 'text';
      return `| \`${column.name}\` | ${kind} | ${column.notNull ? 'required' : ''} | ${target ? `\`${target}\`` : ''} |`;
    });
    return [
      `## ${name}`,
      '',
      purposes.get(key) ?? '',
      '',
      '| column | kind | | refers to |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return [
    '# Data dictionary',
    '',
    'Made by `tools/write-data-dictionary.ts` from the one description of the tables. Plain dates are text `YYYY-MM-DD`, instants UTC ISO text; both engines have the same tables and columns.',
    '',
    ...tables,
    '',
  ]
    .join('\n\n')
    .replaceAll('\n\n\n', '\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync('docs/data-dictionary.md', dataDictionary());
