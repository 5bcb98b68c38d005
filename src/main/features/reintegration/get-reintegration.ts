import type { OperationOutput } from '#shared/contract/contract.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { returnWarnings, STEP_TITLES } from '#shared/text/reintegration-words.ts';
import type { DutyRecord } from '../../storage/repositories/duties.ts';
import {
  readReintegration,
  readSteps,
  type Reintegration,
  type ReintegrationStep,
} from '../../storage/repositories/reintegrations.ts';
import { readStayReport } from '../../storage/repositories/stay-records.ts';
import { readStays } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { readMeetingDuty } from './meeting-duty.ts';
import { openReturn } from './open-return.ts';
import { workedBefore } from './read-worked.ts';

type Shown = OperationOutput<'reintegration.get'>;

/** The way back after one exclusion, with what the provider reported and what worked before. */
export const getReintegration: Handler<'reintegration.get'> = (context, { exclusionId }) =>
  context.read(async (db) => {
    const opened = await openReturn(db, context, exclusionId);
    if (!opened.ok) return opened;
    const { exclusion, firstDayBack, asksNothing, facts } = opened.value;
    const row = await readReintegration(db, exclusionId);
    const steps = await readSteps(db, exclusionId);
    const duty = await readMeetingDuty(db, exclusionId);
    const worked = await workedBefore(db, exclusion.schoolId, exclusion.pupilId);
    const warnings = returnWarnings({
      firstDayBack,
      meetingOn: row?.meetingOn ?? undefined,
      heldOn: row?.heldOn ?? undefined,
      partTimeFrom: steps.flatMap(({ fromDate, doneOn }) =>
        fromDate === null || doneOn !== null ? [] : [fromDate],
      ),
    });
    return {
      ok: true,
      value: {
        exclusionId,
        version: row?.version ?? 0,
        ...(asksNothing === undefined ? {} : { asksNothing }),
        ...(firstDayBack === undefined ? {} : { firstDayBack }),
        ...notedOf(row),
        ...(duty === undefined ? {} : { duty: dutyOf(duty) }),
        steps: steps.map((step) => stepOf(step, facts.today)),
        warnings: asksNothing === undefined ? [...warnings] : [],
        ...(mayDo(context.session.role, 'places.view')
          ? { reports: await reportsOf(db, exclusion.schoolId, exclusionId) }
          : {}),
        earlier: worked.filter((one) => one.exclusionId !== exclusionId),
      },
    };
  });

/** What is noted; what is not is left out. */
function notedOf(row: Reintegration | undefined) {
  if (row === undefined) return {};
  const { invitedOn, invitedHow, meetingOn, meetingAt, heldOn, present, agreed, whatWorked } = row;
  return {
    ...(invitedOn === null ? {} : { invitedOn }),
    ...(invitedHow === null ? {} : { invitedHow }),
    ...(meetingOn === null ? {} : { meetingOn }),
    ...(meetingAt === null ? {} : { meetingAt }),
    ...(heldOn === null ? {} : { heldOn }),
    ...(present === null ? {} : { present }),
    ...(agreed === null ? {} : { agreed }),
    ...(whatWorked === null ? {} : { whatWorked }),
    recordedBy: row.recordedBy,
  };
}

function dutyOf({ owed, dueBy, fulfilledOn, how, byWhom }: DutyRecord): NonNullable<Shown['duty']> {
  return {
    owed,
    ...(dueBy === null ? {} : { dueBy }),
    ...(fulfilledOn === null ? {} : { done: { on: fulfilledOn, how: how ?? '', byWhom: byWhom ?? '' } }),
  };
}

function stepOf(step: ReintegrationStep, today: IsoDate): Shown['steps'][number] {
  const { id, version, kind, who, dueOn, fromDate, detail, doneOn, outcome } = step;
  return {
    id,
    version,
    kind,
    title: STEP_TITLES[kind],
    who,
    dueOn,
    ...(fromDate === null ? {} : { from: fromDate }),
    ...(detail === null ? {} : { detail }),
    ...(doneOn === null ? {} : { doneOn }),
    ...(outcome === null ? {} : { outcome }),
    state: doneOn !== null ? 'done' : dueOn < today ? 'overdue' : dueOn === today ? 'due' : 'to-come',
  };
}

async function reportsOf(db: Db, schoolId: string, exclusionId: string): Promise<Shown['reports']> {
  const reports: NonNullable<Shown['reports']> = [];
  for (const stay of await readStays(db, schoolId, { exclusionId })) {
    const report = await readStayReport(db, stay.id);
    reports.push({
      placementId: stay.id,
      providerName: stay.providerName,
      from: stay.expectedFrom,
      to: stay.expectedTo,
      ...(report === undefined
        ? {}
        : {
            report: {
              work: report.work,
              behaviour: report.behaviour,
              nextSteps: report.nextSteps,
              ...(report.finishedOn === null ? {} : { finishedOn: report.finishedOn }),
            },
          }),
    });
  }
  return reports.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
