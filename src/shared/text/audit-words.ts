import { contract, type OperationName } from '../contract/contract.ts';
import { AUTHORITY_AUDIT_WORDS } from './audit-words-authority.ts';
import { OFFICE_AUDIT_WORDS } from './audit-words-office.ts';
import { PLANS_AUDIT_WORDS } from './audit-words-plans.ts';
import { TRUST_AUDIT_WORDS } from './audit-words-trust.ts';

/** Names that the trail holds beside the operations of this version. */
export const OLDER_OPERATIONS: readonly string[] = ['audit.begin'];

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...OFFICE_AUDIT_WORDS,
    ...AUTHORITY_AUDIT_WORDS,
    ...TRUST_AUDIT_WORDS,
    ...PLANS_AUDIT_WORDS,
  }),
);

/** Whether an operation has words of its own; the tests ask it of all that leave rows. */
export const hasAuditWords = (operation: string): boolean => WORDS.has(operation);

/**
 * What a row of the audit trail says, as a sentence without its subject and its stop: "issued an exclusion". Refused
 * ones say that it was tried.
 */
export function auditWords({
  operation,
  outcome,
}: {
  readonly operation: string;
  readonly outcome: string;
}): string {
  const done = WORDS.get(operation);
  if (outcome !== 'refused') return done ?? summaryOf(operation) ?? operation;
  return `was refused: ${summaryOf(operation) ?? done ?? operation}`;
}

function summaryOf(operation: string): string | undefined {
  if (!isOperation(operation)) return undefined;
  const { summary } = contract[operation];
  return `${summary.charAt(0).toLowerCase()}${summary.slice(1).replace(/\.$/, '')}`;
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);

const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  done: 'Done',
  refused: 'Refused',
  seen: 'Seen',
  left: 'Taken out',
};

/** What came of it, in a word. */
export const outcomeName = (outcome: string): string => OUTCOME_NAMES[outcome] ?? outcome;

const AREA_NAMES: Readonly<Record<string, string>> = {
  absences: 'Absences at the school’s request',
  apart: 'Kept apart',
  app: 'The program',
  audit: 'Audit trail',
  authority: 'Authority',
  backups: 'Backups',
  recovery: 'Recovery',
  calendar: 'Calendar',
  contacts: 'Contacts',
  duties: 'Duties',
  enquiries: 'Enquiries for places',
  exams: 'Examinations',
  exclusions: 'Exclusions',
  editing: 'Records open elsewhere',
  files: 'Files',
  forms: 'Forms half filled',
  jobs: 'Long work',
  keys: 'Keys',
  sharing: 'Shared database',
  health: 'The server',
  letters: 'Letters',
  panel: 'Inclusion panel',
  people: 'People',
  places: 'Places',
  planner: 'Plan all',
  plans: 'Plans of support',
  outbox: 'Outbox',
  privacy: 'Privacy',
  providers: 'Providers',
  pupils: 'Pupils',
  referrals: 'Referrals',
  register: 'Register codes',
  returns: 'Returns',
  school: 'School',
  session: 'Signing in',
  setup: 'Set-up',
  stages: 'Stages',
  stays: 'Stays',
  support: 'At-risk register',
  transfer: 'Moving school',
  reintegration: 'Return to school',
  use: 'Use of places',
  waiting: 'Wait lists',
};

/** An area of operations as it is offered for narrowing the trail. */
export const areaName = (area: string): string => AREA_NAMES[area] ?? area;
