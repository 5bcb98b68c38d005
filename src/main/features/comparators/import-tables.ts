import { refuse } from '#shared/kernel/result.ts';
import { readClusterTable } from '../../exchange/published/cluster-table.ts';
import { readProfileTable } from '../../exchange/published/profile-table.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import {
  findAuthoritySchools,
  mergeProfiles,
  setCluster,
} from '../../storage/repositories/authority-schools.ts';
import type { Handler } from '../context.ts';
import { openLarge } from './open-large.ts';

/** Profiles that the register does not have: who has special needs or another first language. */
export const importProfiles: Handler<'authority.import-profiles'> = async (context, { fileId }) => {
  const opened = openLarge(context, fileId);
  if (!opened.ok) return opened;
  const { name: fileName, file } = opened.value;
  const table = readProfileTable(file);
  if (!table.ok) return table;
  // The last line of a school and year stands.
  const profiles = [...new Map(table.value.map((one) => [`${one.laEstab} ${one.schoolYear}`, one])).values()];
  return context.change(async (db) => {
    await mergeProfiles(
      db,
      profiles.map((one) => ({ ...one, source: 'table' })),
    );
    const value = { fileName, profiles: profiles.length, problems: [] };
    return {
      ok: true,
      value: {
        value,
        audit: {
          subjectType: 'school-profiles',
          subjectId: file.sha256,
          detail: { fileName, profiles: profiles.length },
        },
      },
    };
  });
};

/** Which cluster each school is in; schools that are not in the list are left out with a remark. */
export const importClusters: Handler<'authority.import-clusters'> = async (context, { fileId }) => {
  const opened = openLarge(context, fileId);
  if (!opened.ok) return opened;
  const { name: fileName, file } = opened.value;
  const table = readClusterTable(file);
  if (!table.ok) return table;
  const wanted = new Map(table.value.map(({ laEstab, cluster }) => [laEstab, cluster]));
  return context.change(async (db) => {
    const known = new Set((await findAuthoritySchools(db, [...wanted.keys()])).map(({ laEstab }) => laEstab));
    const rows = [...wanted].filter(([laEstab]) => known.has(laEstab));
    for (const [, members] of groupRows(rows, ([, cluster]) => cluster ?? '')) {
      await setCluster(
        db,
        members.map(([laEstab]) => laEstab),
        members[0]?.[1] ?? null,
      );
    }
    const value = {
      fileName,
      schools: rows.length,
      clusters: new Set(rows.flatMap(([, cluster]) => cluster ?? [])).size,
      problems: [...wanted.keys()]
        .filter((laEstab) => !known.has(laEstab))
        .map((laEstab) => ({
          severity: 'warning' as const,
          element: 'laestab',
          value: laEstab,
          message: 'This school is not in the list of schools, so it was left out.',
          remedy: 'Import the national register first, then this file again.',
        })),
    };
    return {
      ok: true,
      value: {
        value,
        audit: {
          subjectType: 'clusters',
          subjectId: file.sha256,
          detail: { fileName, schools: value.schools, clusters: value.clusters },
        },
      },
    };
  });
};

export const putInCluster: Handler<'authority.set-cluster'> = ({ change }, { laEstabs, cluster }) =>
  change(async (db) => {
    const known = await findAuthoritySchools(db, laEstabs);
    if (known.length < new Set(laEstabs).size) {
      return refuse(
        'not-found',
        'Some of these schools are not in the list any more. Nothing was changed; look at the list again.',
      );
    }
    await setCluster(db, laEstabs, cluster);
    return {
      ok: true,
      value: {
        value: {},
        audit: known.map(({ laEstab, cluster: before }) => ({
          subjectType: 'authority-school',
          subjectId: laEstab,
          detail: { before, after: cluster },
        })),
      },
    };
  });
