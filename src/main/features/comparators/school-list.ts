import {
  countOtherSchools,
  listAuthoritySchools,
  listProfiles,
} from '../../storage/repositories/authority-schools.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { newestProfiles } from './newest-profiles.ts';
import { shares } from './shares.ts';

/** Our schools by name, with clusters and newest profiles. */
export const schoolList: Handler<'authority.school-list'> = ({ read }) =>
  read(async (db) => {
    const code = (await readWorkspace(db))?.authority?.code ?? '';
    const own = await listAuthoritySchools(db, code);
    const profiles = newestProfiles(await listProfiles(db, code));
    return {
      ok: true,
      value: {
        others: await countOtherSchools(db, code),
        clusters: [...new Set(own.flatMap(({ cluster }) => cluster ?? []))].toSorted(NAMES.compare),
        rows: own
          .map(({ laEstab, name, phase, type, cluster, closedOn }) => {
            const profile = profiles.get(laEstab);
            return {
              laEstab,
              name,
              phase,
              type,
              cluster,
              closedOn,
              ...(profile ? { profile: { schoolYear: profile.schoolYear, ...shares(profile) } } : {}),
            };
          })
          .toSorted((a, b) => NAMES.compare(a.name, b.name)),
      },
    };
  });

const NAMES = new Intl.Collator('en-GB');
