import type { OperationOutput } from '#shared/contract/contract.ts';
import type { ProviderSession } from '#shared/domain/providers/types.ts';
import { ruleSentences, RULE_GROUP_WORDS } from '#shared/text/provider-rules-words.ts';
import { PROVIDER_KIND_WORDS, WEEKDAY_NAMES } from '#shared/text/provider-words.ts';

/** A provider's form as the audit trail keeps it. */
type KeptForm = OperationOutput<'providers.get'>['provider'];

/** What differs between two states of a provider's form: "Mon am: 12 places, was 10". In the order of the form. */
export function formDifferences(before: KeptForm, after: KeptForm): readonly string[] {
  return [
    ...changed('Name', before.name, after.name),
    ...changed('Kind', PROVIDER_KIND_WORDS[before.kind].one, PROVIDER_KIND_WORDS[after.kind].one),
    ...changed('Address', before.address, after.address),
    ...changed('Who to ring', before.contactName, after.contactName),
    ...changed('Telephone', before.contactPhone, after.contactPhone),
    ...(before.active === after.active ? [] : [after.active ? 'In use again' : 'Out of use']),
    ...(before.partnerSchoolId === after.partnerSchoolId ? [] : ['Another school is the partner']),
    ...weekDifferences(before.sessions, after.sessions),
    ...ruleDifferences(before, after),
  ];
}

function changed(label: string, before: string | undefined, after: string | undefined): readonly string[] {
  const [was, is] = [before || undefined, after || undefined];
  if (was === is) return [];
  if (was === undefined) return [`${label}: ${is ?? ''}`];
  return [is === undefined ? `${label}: none, was ${was}` : `${label}: ${is}, was ${was}`];
}

function weekDifferences(
  before: readonly ProviderSession[],
  after: readonly ProviderSession[],
): readonly string[] {
  const sayRun = (run: ProviderSession | undefined) =>
    run && run.capacity > 0
      ? `${String(run.capacity)} ${run.capacity === 1 ? 'place' : 'places'}, ${time(run.starts)} to ${time(run.ends)}`
      : 'does not run';
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    (['am', 'pm'] as const).flatMap((slot) => {
      const of = (sessions: readonly ProviderSession[]) =>
        sessions.find((run) => run.weekday === weekday && run.slot === slot);
      const day = (WEEKDAY_NAMES[weekday - 1] ?? '').slice(0, 3);
      const [was, is] = [sayRun(of(before)), sayRun(of(after))];
      return was === is ? [] : [`${day} ${slot}: ${is}; was ${was}`];
    }),
  );
}

/** "9.30" of `09:30`. */
const time = (clock: string): string => `${String(Number(clock.slice(0, 2)))}.${clock.slice(3, 5)}`;

/** Rules as sentences, so that a number that changed reads as the rule it belongs to. The room of sessions is the week. */
function ruleDifferences(before: KeptForm, after: KeptForm): readonly string[] {
  const sentencesOf = (form: KeptForm) =>
    new Map(
      ruleSentences(form)
        .filter(({ key }) => key !== 'session')
        .map((sentence) => [sentence.key, sentence]),
    );
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const added = [...is.values()].flatMap(({ key, group, text }) => {
    const old = was.get(key)?.text;
    if (old === text) return [];
    return [`${RULE_GROUP_WORDS[group]}: ${text}${old ? ` Was: ${old}` : ''}`];
  });
  const gone = [...was.values()].filter(({ key }) => !is.has(key));
  return [...added, ...gone.map(({ group, text }) => `${RULE_GROUP_WORDS[group]}, no longer: ${text}`)];
}
