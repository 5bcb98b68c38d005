import { ok } from '#shared/kernel/result.ts';
import { pupilIdOfUpn } from '../../storage/repositories/audit-ties.ts';
import type { Handler } from '../context.ts';

/** Screens whose address names whom they are about. */
const ABOUT: readonly (readonly [address: RegExp, subjectType: string])[] = [
  [/^\/pupils\/([\w-]{1,64})$/, 'pupil'],
  [/^\/places\/stays\/([\w-]{1,64})$/, 'placement'],
  [/^\/support\/entries\/([\w-]{1,64})$/, 'at-risk-entry'],
  [/^\/support\/plans\/([\w-]{1,64})$/, 'pupil'],
  [/^\/support\/panel\/([\w-]{1,64})$/, 'panel'],
];

const OF_A_UPN = /^\/authority\/conference\/(\w{1,20})$/;

/** Notes that a screen is being printed: the window says so when the system's print dialog comes. */
export const notePrint: Handler<'audit.note-print'> = ({ change }, { screen, exclusionId }) =>
  change(async (db) => {
    const detail = { screen };
    const upn = OF_A_UPN.exec(screen)?.[1];
    const pupilId = upn === undefined ? undefined : await pupilIdOfUpn(db, upn);
    const note = { ...subjectOf(screen, exclusionId), detail };
    return ok({ value: {}, audit: pupilId === undefined ? note : { ...note, pupilId } });
  });

function subjectOf(screen: string, exclusionId: string | undefined) {
  if (exclusionId !== undefined) return { subjectType: 'exclusion', subjectId: exclusionId };
  for (const [address, subjectType] of ABOUT) {
    const subjectId = address.exec(screen)?.[1];
    if (subjectId !== undefined && subjectId !== 'import') return { subjectType, subjectId };
  }
  // The words of the address, without what names anybody: the subject stays when details are erased.
  const words = screen.split('/').filter((part) => /^[a-z-]+$/.test(part));
  return { subjectType: 'screen', subjectId: words.join('/').slice(0, 64) };
}
