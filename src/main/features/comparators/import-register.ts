import { refuse } from '#shared/kernel/result.ts';
import type { LeftOut } from '../../exchange/published/register-row.ts';
import { readRegister, type RegisterContent } from '../../exchange/published/register.ts';
import { mergeGroups, mergeProfiles, replaceSchools } from '../../storage/repositories/authority-schools.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { watchOf } from './job-watch.ts';
import { openLarge } from './open-large.ts';

/** Rows of one statement's worth between looks at whether to stop. */
const AT_ONCE = 2000;

/**
 * Imports the national register: every school of England that makes returns, with its head and address, the pupils of its
 * last census, and the names and regions of authorities. What is known from an earlier register is put in its place;
 * clusters and groups, which are the authority's own, stay.
 */
export const importRegister: Handler<'authority.import-register'> = async (context, { fileId }) => {
  const { read, change, job } = context;
  const workspace = await read(readWorkspace);
  if (!workspace?.authority) {
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  }
  const { code } = workspace.authority;
  const opened = openLarge(context, fileId, watchOf(context, 'Looking at the file'));
  if (!opened.ok) return opened;
  const { name: fileName, file } = opened.value;
  const register = readRegister(file, watchOf(context, `Reading ${fileName}`, 0, 0.5));
  if (!register.ok) return register;
  const { schools, leftOut, warnings } = register.value;
  const authorities = new Map(schools.map(({ la, laName, region }) => [la, { la, laName, region }]));
  return change(async (db) => {
    for (let at = 0; at < schools.length; at += AT_ONCE) {
      job.checkCancelled();
      job.progress(
        0.5 + at / schools.length / 2,
        `Keeping ${schools.length.toLocaleString('en-GB')} schools`,
      );
      await keep(db, schools.slice(at, at + AT_ONCE));
    }
    await mergeGroups(
      db,
      [...authorities.values()].map((one) => ({ ...one, groupName: one.region ?? 'England' })),
    );
    const value = {
      fileName,
      schools: schools.length,
      own: schools.filter(({ la }) => la === code).length,
      profiles: schools.filter(({ profile }) => profile !== undefined).length,
      authorities: authorities.size,
      leftOut: [...leftOut].map(([why, count]) => ({ why: WHY[why], schools: count })),
      problems: [...warnings],
    };
    const { problems: _problems, ...detail } = value;
    return {
      ok: true,
      value: { value, audit: { subjectType: 'register', subjectId: file.sha256, detail } },
    };
  });
};

async function keep(db: Db, schools: RegisterContent['schools']): Promise<void> {
  await replaceSchools(
    db,
    schools.map(({ la: _la, laName: _name, region: _region, profile: _profile, ...school }) => ({
      ...school,
      cluster: null,
      source: 'register',
    })),
  );
  await mergeProfiles(
    db,
    schools.flatMap(({ laEstab, profile }) =>
      profile ? [{ laEstab, ...profile, sen: null, eal: null, source: 'register' }] : [],
    ),
  );
}

const WHY: Readonly<Record<LeftOut | 'earlier', string>> = {
  type: 'Not of a type that makes returns (independent schools, colleges, universities and the like)',
  'not-england': 'Not in England',
  proposed: 'Not open yet',
  'no-number': 'Without a number of their own',
  earlier: 'Closed, and their number was given to another school since',
};
