import { firstDayBack } from '#shared/domain/reintegration/first-day-back.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readExclusion, type ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import type { Db } from '../../storage/store.ts';
import { readCaseFacts, type CaseFacts } from '../case-facts.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readReturnFacts } from '../return-days.ts';

/** A case of the school with its pupil's way back. */
export interface OpenReturn {
  readonly exclusion: ExclusionRecord;
  readonly facts: CaseFacts;
  readonly title: string;
  readonly firstDayBack: IsoDate | undefined;
  /** Why nothing is asked for in it, as a sentence. */
  readonly asksNothing: string | undefined;
}

/** Finds an issued case with the pupil's first day back; what asks for nothing is found too. */
export async function openReturn(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  exclusionId: string,
): Promise<Result<OpenReturn>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const stored = await readExclusion(db, home.value.school.id, exclusionId);
  if (!stored) return refuse('not-found', 'This exclusion is not on record. Nothing was changed.');
  const { exclusion } = stored;
  const facts = await readCaseFacts(db, clock.today(), exclusion.pupilId);
  if (!facts.ok) return facts;
  const issued = facts.value.issued.find(({ id }) => id === exclusionId);
  if (issued === undefined) {
    return refuse('refused', 'This is a draft, from which nobody comes back. Issue it first.');
  }
  const back = firstDayBack(exclusionId, await readReturnFacts(db, facts.value));
  return {
    ok: true,
    value: {
      exclusion,
      facts: facts.value,
      title: issued.title,
      firstDayBack: back,
      asksNothing: whyNothing(exclusion, back),
    },
  };
}

/** The same to write in it: refused where nothing is asked for. */
export async function openReturnToWrite(
  db: Db,
  context: Pick<Context, 'clock'>,
  exclusionId: string,
): Promise<Result<OpenReturn>> {
  const opened = await openReturn(db, context, exclusionId);
  if (!opened.ok || opened.value.asksNothing === undefined) return opened;
  return refuse('refused', `${opened.value.asksNothing} Nothing was changed.`);
}

function whyNothing({ state, kind }: ExclusionRecord, back: IsoDate | undefined): string | undefined {
  if (state === 'cancelled' || state === 'withdrawn') {
    return 'This was taken back: nothing is asked for about the return.';
  }
  if (kind === 'lunchtime') return 'A lunchtime exclusion misses no session, so there is no return.';
  if (kind === 'permanent' && back === undefined) {
    return 'The pupil does not come back while the permanent exclusion stands.';
  }
  return undefined;
}
