import type { ParsedInput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { weekProblems } from '#shared/domain/providers/week-problems.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayPlaces } from '#shared/text/provider-words.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import {
  insertProvider,
  readProviders,
  updateProvider,
  type ProviderFacts,
  type StoredProvider,
} from '../../storage/repositories/providers.ts';
import type { Changed, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { toForm } from './stored-form.ts';

type Form = ParsedInput<'providers.save'>;
type Saved = { readonly id: string; readonly version: number };

/** Adds a provider or changes one; refused where the change would put out a pupil who has a place. */
export const saveProvider: Handler<'providers.save'> = ({ change, clock, newId }, form) =>
  change<Saved>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const providers = await readProviders(db, { schoolId });
    const fields = [...weekProblems(form.sessions), ...nameProblems(form, providers)];
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was saved: some of what was entered needs correcting.', {
        fields,
      });
    }
    const facts = factsOf(form);
    if (form.id === undefined) {
      const id = newId();
      await insertProvider(db, { id, schoolId, ...facts }, form.sessions);
      return saved({ id, version: 1 }, undefined, form);
    }

    const before = providers.find(({ id }) => id === form.id);
    if (!before) {
      return refuse('not-found', 'This provider is not in the list any more. Nothing was saved.');
    }
    if (form.version !== before.version) {
      return refuse(
        'conflict',
        'Somebody else changed this provider while you were working on it. Nothing was saved; open it again to see the change, then make yours.',
      );
    }
    const coming = await readActivePlaces(db, clock.now(), { providerId: before.id, from: clock.today() });
    const putOut = placesWithoutRoom(form, coming);
    if (putOut.length > 0) {
      const message = `Nothing was saved, because pupils have places that this change would take away: ${sayPlaces(putOut)}. Move or cancel these places first.`;
      const path = form.active ? 'sessions' : 'active';
      return refuse('conflict', message, {
        fields: [{ path, message: 'Pupils have places that this would take away.' }],
      });
    }
    const version = before.version + 1;
    await updateProvider(db, before.id, version, facts, form.sessions);
    return saved({ id: before.id, version }, before, form);
  });

/** Two providers of one name could not be told apart on the board. */
function nameProblems(form: Form, providers: readonly StoredProvider[]) {
  const key = (name: string) => name.normalize('NFC').toLocaleLowerCase('en-GB');
  const twin = providers.find(({ id, name }) => id !== form.id && key(name) === key(form.name));
  if (!twin) return [];
  return [{ path: 'name', message: `There is already a provider called ${twin.name}. Use another name.` }];
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

/** The places of every session that would hold more pupils than it has room for. */
function placesWithoutRoom(form: Form, coming: readonly ActivePlace[]): readonly ActivePlace[] {
  return [...groupRows(coming, sessionKey).values()].flatMap((places) => {
    const [first] = places;
    const room = (form.active && first && providerSessionOn(form, first)?.capacity) || 0;
    return places.length > room ? places : [];
  });
}

function saved(value: Saved, before: StoredProvider | undefined, form: Form): Result<Changed<Saved>> {
  const after = { ...form, ...value };
  const detail = before ? { before: toForm(before), after } : { after };
  return {
    ok: true,
    value: { value, audit: { subjectType: 'provider', subjectId: value.id, detail } },
  };
}
