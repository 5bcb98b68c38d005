import { caseRows } from './case-rows.ts';
import { pupilRows } from './pupil-rows.ts';
import { receivedRows } from './received-rows.ts';
import { stayRows } from './stay-rows.ts';
import { supportRows } from './support-rows.ts';
import type { TableName } from './treatments.ts';

/**
 * Every table with rows about one pupil: what subject access tells and erasing takes away both follow from it. In the
 * order in which a person would read it.
 */
export const personalTables = { ...pupilRows, ...caseRows, ...stayRows, ...supportRows, ...receivedRows };

export type PersonalName = keyof typeof personalTables;

/**
 * Why no other table is one of a pupil. A table that is added must go here or there, or this does not compile. Two hold
 * pupils inside a document or a file: `personal-documents.ts` sees to them.
 */
export const otherTables: Readonly<Record<Exclude<TableName, PersonalName>, string>> = {
  workspace: 'Whose database it is.',
  schools: 'Schools.',
  terms: 'A calendar.',
  closures: 'A calendar.',
  sessionTimes: 'A calendar.',
  heads: 'Staff.',
  schoolDetails: 'What letters carry of the school.',
  providers: 'Providers.',
  providerSessions: 'Providers.',
  providerClosures: 'Providers.',
  providerAdults: 'Staff of providers.',
  providerHosts: 'Providers.',
  itineraryStages: 'Rules of a school.',
  atRiskCriteria: 'Rules of a school.',
  supportStaff: 'Staff.',
  agencies: 'Whom a school can turn to.',
  panels: 'When a panel met and who was there.',
  riskGrids: 'Which file came when.',
  returns: 'Receipts; the document inside names pupils.',
  receivedReturns: 'Which file came when.',
  receivedYearTotals: 'Figures.',
  authoritySchools: 'Schools.',
  authorityGroups: 'Authorities.',
  schoolProfiles: 'Figures.',
  publishedFiles: 'Published figures.',
  publishedFigures: 'Published figures.',
  quarantinedFiles: 'Files kept unread; they may name pupils.',
  columnMappings: 'Headings of columns.',
  returnDueDates: 'A calendar.',
  returnChasers: 'Schools that were asked.',
  sealKeys: 'Keys.',
  conferenceCriteria: 'Rules of an authority.',
  users: 'People who sign in.',
  userRoles: 'People who sign in.',
  retentionRules: 'Rules of a school.',
  auditHead: 'The end of the audit trail.',
  commandReceipts: 'Which commands were done; kept for days.',
  editing: 'Which windows have a record open.',
};
