import { searchWords } from '#shared/domain/pupils/search-text.ts';
import { mayDo, type Permission } from '#shared/permissions/roles.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { searchExclusions } from '../../storage/repositories/exclusion-search.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { listPupils } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { ownProviders } from '../own-providers.ts';

/** Hits of each kind: enough to choose from without scrolling. */
const MOST = 6;

/** Finds what the role may see; a role without a permission gets none of that kind rather than a refusal. */
export const searchAnywhere: Handler<'search.anywhere'> = ({ read, session, clock }, { text }) =>
  read(async (db) => {
    const nothing = { ok: true as const, value: { pupils: [], exclusions: [], providers: [] } };
    const words = searchWords(text);
    const home = await homeSchool(db);
    if (!home.ok || words.length === 0) return nothing;
    const schoolId = home.value.school.id;
    const may = (permission: Permission) => mayDo(session.role, permission);
    const today = clock.today();
    const pupils = may('pupils.view')
      ? await listPupils(db, { schoolId, words, roll: 'all', today }, { offset: 0, limit: MOST })
      : [];
    const exclusions = may('exclusions.view') ? await searchExclusions(db, schoolId, words, MOST) : [];
    const providers = may('places.view')
      ? ownProviders(session, await readProviders(db, { schoolId, closuresFrom: today }))
      : [];
    return {
      ok: true,
      value: {
        pupils: pupils.map(({ id, surname, forename, form, upn }) => ({
          id,
          name: `${forename} ${surname}`,
          upn,
          ...(form === null ? {} : { form }),
        })),
        exclusions: exclusions.map(({ exclusion, pupilName }) => ({
          id: exclusion.id,
          pupilName,
          title: exclusionTitle(exclusion),
          draft: exclusion.state === 'draft',
        })),
        providers: providers
          .filter(({ name }) => hasAll(searchWords(name), words))
          .slice(0, MOST)
          .map(({ id, name, kind }) => ({ id, name, kind })),
      },
    };
  });

/** Every typed word begins a word of the name. */
const hasAll = (name: readonly string[], typed: readonly string[]): boolean =>
  typed.every((word) => name.some((part) => part.startsWith(word)));
