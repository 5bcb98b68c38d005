import type { ParsedInput } from '#shared/contract/contract.ts';
import { isProposed } from '#shared/domain/placements/stages.ts';
import { refuse, type FieldError } from '#shared/kernel/result.ts';
import { readProviders, type StoredProvider } from '../../storage/repositories/providers.ts';
import { readStages, replaceStages, type StoredStage } from '../../storage/repositories/stages.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Sets the stages over those of before; with none, the usual ones are in force again. */
export const saveStages: Handler<'stages.save'> = (context, input) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const providers = await readProviders(db, { schoolId });
    const checked = input.stages.map((stage, at) => checkStage(stage, at, providers, context.newId));
    const fields = checked.flatMap((one) => (Array.isArray(one) ? one : []));
    if (fields.length > 0) {
      const sentences = [...new Set(fields.map(({ message }) => message))].join(' ');
      return refuse('invalid-input', `The stages were not saved. ${sentences}`, { fields });
    }
    const after = checked.flatMap((one) => (Array.isArray(one) ? [] : [one]));
    const before = await readStages(db, schoolId);
    await replaceStages(db, schoolId, after);
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'itinerary-stages', subjectId: schoolId, detail: { before, after } },
      },
    };
  });

/** A stage as it is stored, or all that is wrong with it. */
function checkStage(
  { exclusionKind, fromDay, toDay, providerKind, providerId }: ParsedInput<'stages.save'>['stages'][number],
  at: number,
  providers: readonly StoredProvider[],
  newId: () => string,
): StoredStage | FieldError[] {
  const fields: FieldError[] = [];
  const wrong = (field: string, message: string) =>
    void fields.push({ path: `stages.${String(at)}.${field}`, message });
  if (toDay !== undefined && toDay < fromDay) wrong('toDay', 'A stage ends on its first day or after it.');
  const provider = providers.find(({ id }) => id === providerId);
  const kind = providerId === undefined ? providerKind : provider?.kind;
  if ((providerKind === undefined) === (providerId === undefined)) {
    wrong('providerKind', 'A stage goes to a kind of provider or to one provider: choose one of the two.');
  } else if (kind === undefined) {
    wrong('providerId', 'This provider is not in the list any more. Choose another.');
  } else if (kind === 'learning-support-unit') {
    wrong(
      'providerKind',
      'Using a learning support unit for excluded pupils is against guidance. Choose another.',
    );
  } else if (!isProposed(kind)) {
    wrong(
      'providerKind',
      'Study at home counts only on days with a visit, so no stage can go there. Choose another.',
    );
  }
  if (fields.length > 0) return fields;
  const stage = { id: newId(), exclusionKind, fromDay, ...(toDay === undefined ? {} : { toDay }) };
  if (providerId !== undefined) return { ...stage, providerId };
  return providerKind === undefined ? fields : { ...stage, providerKind };
}
