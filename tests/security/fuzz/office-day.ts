import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { TestApp } from '../../builders/app.ts';

/**
 * An ordinary day in the demonstration's office, for inputs that are right: what is done here is in the database
 * afterwards, and each input that was taken is given back. What the demonstration does not have is passed over. A second
 * pupil's share of it is only written down, so that it can still be done.
 */
export async function officeDay(app: TestApp, today: string): Promise<Map<OperationName, unknown[]>> {
  const taken = new Map<OperationName, unknown[]>();
  const keep = (name: OperationName, input: unknown) => taken.set(name, [...(taken.get(name) ?? []), input]);
  const ask = async <N extends OperationName>(
    name: N,
    input: OperationInput<N>,
  ): Promise<OperationOutput<N> | undefined> => {
    const answer = await app.run(name, input);
    if (!answer.ok) return undefined;
    keep(name, input);
    return answer.value;
  };

  const { rows = [] } = (await ask('pupils.list', { limit: 20 })) ?? {};
  const [first, second] = rows.filter(({ excludedToday }) => !excludedToday).map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('The demonstration has no pupils.');
  const bare = { pupilId: first, kind: 'fixed-period' as const, startDate: today, halfDays: 12 };
  const before = await ask('exclusions.preview', bare);
  const draft = {
    ...bare,
    incidentOn: today,
    incidentAt: '10.40',
    incidentPlace: 'Corridor',
    incidentAccount: 'Pushed another pupil.',
    reasons: before?.reasons.slice(0, 1).map(({ code }) => code) ?? [],
    decidedBy: before?.deciders[0]?.name ?? '',
  };
  const issued = await ask('exclusions.issue', draft);
  if (issued === undefined) throw new Error('The demonstration takes no exclusion any more.');
  keep('exclusions.issue', { ...draft, pupilId: second });
  keep('exclusions.save-draft', { ...draft, pupilId: second });
  const exclusionId = issued.id;

  const { letters = [] } = (await ask('letters.list', { exclusionId })) ?? {};
  for (const { templateId } of letters.slice(0, 3)) {
    const letter = await ask('letters.open', { exclusionId, templateId });
    const gaps = Object.fromEntries(letter?.gaps.map(({ key }) => [key, 'As agreed']) ?? []);
    const saved = await ask('letters.save', { exclusionId, templateId, gaps });
    const version = saved?.version ?? letter?.version;
    const sent = { exclusionId, templateId, sentTo: 'Mr and Mrs Parent', sentOn: today };
    const input = { ...sent, sentHow: 'by hand' as const, ...(version === undefined ? {} : { version }) };
    keep('letters.issue', input);
    const issue = await ask('letters.issue', input);
    if (issue !== undefined) await ask('letters.sent', issue);
    keep('letters.export', { exclusionId, templateId, format: 'docx' });
  }

  const { duties = [] } = (await ask('duties.list', { exclusionId })) ?? {};
  for (const { key } of duties)
    keep('duties.fulfil', { exclusionId, key, on: today, how: 'By hand', byWhom: 'Office' });
  const found = await ask('places.suggest', { exclusionId });
  const runs = found?.runs.map(({ providerId, sessions }) => ({
    providerId,
    sessions,
    escorts: sessions.map(({ date }) => ({ date, name: 'Ms Escort' })),
  }));
  const override = { reason: 'Agreed by telephone' };
  if (runs !== undefined) {
    for (const run of runs) keep('places.book', { exclusionId, ...run, override });
    await ask('places.book-itinerary', { exclusionId, runs: runs.slice(1), override });
    keep('places.book-itinerary', { exclusionId, runs: runs.slice(0, 1), override });
  }

  const { providers = [] } = (await ask('providers.list', {})) ?? {};
  for (const { closures: _, ...provider } of providers) {
    keep('providers.save', provider);
    keep('waiting.add', { exclusionId, providerId: provider.id });
  }
  const { stays = [] } = (await ask('stays.list', {})) ?? {};
  for (const { placementId } of stays.slice(0, 5)) {
    const stay = await ask('stays.get', { placementId });
    if (stay !== undefined)
      keep('stays.course', { placementId, course: 'First aid', sessions: 1, on: today });
    keep('stays.visit', { placementId, date: today, visitor: 'Mx Visitor', made: true });
    keep('stays.print-report', { placementId, format: 'word' });
  }
  const calendar = await ask('calendar.get', {});
  if (calendar !== undefined) {
    const { schoolYear, terms, closures } = calendar;
    keep('calendar.save', { schoolYear, terms, closures });
  }
  const school = await ask('school.get', {});
  if (school !== undefined) keep('school.save-details', school.details);
  const criteria = await ask('support.criteria', {});
  if (criteria !== undefined) keep('support.save-criteria', criteria);
  keep('reintegration.save', { exclusionId, version: 0, invitedOn: today, whatWorked: 'A quiet start' });
  keep('reintegration.plan-looks', { exclusionId, who: 'Ms Looks' });
  const last = { who: 'Ms Looks', from: today, dueOn: today, detail: 'Mornings' };
  keep('reintegration.add-step', { exclusionId, kind: 'part-time', ...last });
  const back = { date: today, slot: 'pm' };
  const opened = await ask('exclusions.get', { id: exclusionId });
  for (const { event, outcomes } of opened?.steps ?? []) {
    const outcome = outcomes.map(({ value }) => ({ outcome: value }))[0] ?? {};
    keep('exclusions.record-event', {
      id: exclusionId,
      version: opened?.draft.version,
      type: event,
      on: today,
      back,
      ...outcome,
    });
  }
  keep('exclusions.cancel', { id: exclusionId, version: opened?.draft.version, back, reason: 'Not upheld' });
  keep('support.raise', { pupilId: second, note: 'Two exclusions' });
  return taken;
}
