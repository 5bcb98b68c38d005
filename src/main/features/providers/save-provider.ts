import type { ParsedInput } from '#shared/contract/contract.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { ruleProblems } from '#shared/domain/providers/rule-problems.ts';
import { weekProblems } from '#shared/domain/providers/week-problems.ts';
import { refuse, type FieldError, type Result } from '#shared/kernel/result.ts';
import {
  insertProvider,
  readProviders,
  updateProvider,
  type ProviderFacts,
  type StoredProvider,
} from '../../storage/repositories/providers.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readOtherSchools } from '../../storage/repositories/other-schools.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Changed, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { giveUpPlaces } from './give-up-places.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { readPutOut } from './read-put-out.ts';
import { toForm } from './stored-form.ts';

type Input = ParsedInput<'providers.save'>;
type Form = Omit<Input, 'reason' | 'giveUp'>;
type Saved = { readonly id: string; readonly version: number };

/**
 * Adds a provider or changes one. Where a lower limit would put out pupils who have places, these are named, and lose
 * them only when the user has given up exactly these. A stricter rule of admission puts nobody out.
 */
export const saveProvider: Handler<'providers.save'> = (context, { reason, giveUp, ...form }) =>
  context.change<Saved>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const providers = await readProviders(db, { schoolId });
    const fields = [
      ...weekProblems(form.sessions),
      ...ruleProblems(form),
      ...nameProblems(form, providers),
      ...(await partnerProblems(db, form, schoolId)),
    ];
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was saved: some of what was entered needs correcting.', {
        fields,
      });
    }
    const facts = factsOf(form);
    if (form.id === undefined) {
      const id = context.newId();
      await insertProvider(db, { id, schoolId, ...facts }, form.sessions);
      return saved({ id, version: 1 }, form, { reason });
    }

    const before = providers.find(({ id }) => id === form.id);
    if (!before) {
      return refuse('not-found', 'This provider is not in the list any more. Nothing was saved.');
    }
    if (before.schoolId !== schoolId) {
      return refuse(
        'refused',
        `${before.name} belongs to another school, which alone can change it. Nothing was saved.`,
      );
    }
    if (form.version !== before.version) {
      return refuse(
        'conflict',
        'Somebody else changed this provider while you were working on it. Nothing was saved; look at the change, then make yours.',
      );
    }
    const putOut = await readPutOut(db, context, before, { ...form, closures: before.closures });
    const given = await giveUpPlaces(db, context, {
      putOut,
      giveUp,
      notDone: 'Nothing was saved',
      path: form.active ? 'sessions' : 'active',
      reason: `${form.name}: ${form.active ? 'fewer places' : 'out of use'}${reason ? ` (${reason})` : ''}`,
    });
    if (!given.ok) return given;
    const version = before.version + 1;
    await updateProvider(db, before.id, version, facts, form.sessions);
    // What the stays to come owe follows from the rules as they are now.
    const coming = await readActivePlaces(db, context.clock.now(), {
      providerId: before.id,
      from: context.clock.today(),
    });
    for (const placementId of new Set(coming.map((place) => place.placementId))) {
      await makeStayTasks(db, context, placementId);
    }
    return saved({ id: before.id, version }, form, { before, reason, gaveUp: given.value });
  });

/** Two providers of one name could not be told apart on the board. */
function nameProblems(form: Form, providers: readonly StoredProvider[]): readonly FieldError[] {
  const key = (name: string) => name.normalize('NFC').toLocaleLowerCase('en-GB');
  const twin = providers.find(({ id, name }) => id !== form.id && key(name) === key(form.name));
  if (!twin) return [];
  return [{ path: 'name', message: `There is already a provider called ${twin.name}. Use another name.` }];
}

async function partnerProblems(
  db: Db,
  { kind, partnerSchoolId }: Form,
  schoolId: string,
): Promise<readonly FieldError[]> {
  if (partnerSchoolId === undefined) return [];
  const path = 'partnerSchoolId';
  if (!KIND_FACTS[kind].reciprocal) {
    return [{ path, message: 'Only a partner school or a managed exchange is shared with another school.' }];
  }
  const known = (await readOtherSchools(db, schoolId)).some(({ id }) => id === partnerSchoolId);
  return known ? [] : [{ path, message: 'Choose a school from the list.' }];
}

const factsOf = (form: Form): ProviderFacts => ({
  kind: form.kind,
  name: form.name,
  active: form.active,
  address: form.address || null,
  contactName: form.contactName || null,
  contactPhone: form.contactPhone || null,
  partnerSchoolId: form.partnerSchoolId ?? null,
  weekCapacity: form.weekCapacity ?? null,
  schoolShare: form.schoolShare ?? null,
  rules: form.rules,
});

interface Told {
  readonly before?: StoredProvider;
  readonly reason?: string | undefined;
  readonly gaveUp?: readonly AuditNote[];
}

function saved(value: Saved, form: Form, { before, reason, gaveUp = [] }: Told): Result<Changed<Saved>> {
  const detail = {
    ...(before ? { before: toForm(before) } : {}),
    after: { ...form, ...value },
    ...(reason ? { reason } : {}),
    gaveUp: gaveUp.length,
  };
  return {
    ok: true,
    value: { value, audit: [{ subjectType: 'provider', subjectId: value.id, detail }, ...gaveUp] },
  };
}
