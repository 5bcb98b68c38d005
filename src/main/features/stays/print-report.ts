import type { OperationOutput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { LetterDocument } from '../../documents/letter-document.ts';
import { stayReport } from '../../documents/stay-report.ts';
import { readSchoolDetails } from '../../storage/repositories/school-details.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { documentBytes, documentFileName } from '../document-bytes.ts';
import { exportFile } from '../export-file.ts';
import { homeSchool } from '../home-school.ts';
import { letterheadOf } from '../letterhead-of.ts';
import { openStay } from './open-stay.ts';
import { viewStay } from './view-stay.ts';

const NOT_DONE = 'Nothing was written';

interface Prepared {
  readonly document: LetterDocument;
  readonly stay: OperationOutput<'stays.get'>;
  /** The school's own letterhead as kept, if it has one. */
  readonly letterhead: string | null;
}

/** Writes a finished end-of-placement report as PDF or Word. */
export const printReport: Handler<'stays.print-report'> = async (context, input) => {
  const { placementId, destination } = input;
  if (input.format === 'pdf' && context.printPdf === undefined) {
    return refuse(
      'refused',
      `PDF can be made only in First Day’s window. ${NOT_DONE}. Here it can be written as Word.`,
    );
  }
  const prepared = await context.read((db) => prepare(db, context, placementId));
  if (!prepared.ok) return prepared;
  const { document, stay, letterhead } = prepared.value;
  const format = input.format === 'pdf' ? 'pdf' : 'docx';
  return exportFile(context, {
    destination,
    suggestedName: documentFileName(
      `${document.title}, ${stay.name}, ${stay.report?.finishedOn ?? ''}`,
      format,
    ),
    content: await documentBytes(context, format, document, letterhead),
    audit: (fileName) => ({
      subjectType: 'placement',
      subjectId: placementId,
      detail: {
        pupilId: stay.pupilId,
        title: document.title,
        format,
        fileName,
        reportVersion: stay.report?.version,
      },
    }),
  });
};

async function prepare(db: Db, context: Context, placementId: string): Promise<Result<Prepared>> {
  const opened = await openStay(db, context.session, placementId, NOT_DONE);
  if (!opened.ok) return opened;
  const stay = await viewStay(db, context, opened.value);
  const { report } = stay;
  if (report?.finishedOn === undefined) {
    return refuse(
      'refused',
      `${NOT_DONE}: the report is not finished. Finish it first, so that nothing half written goes out.`,
    );
  }
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { school } = home.value;
  const details = await readSchoolDetails(db, school.id);
  const document = stayReport({
    letterhead: letterheadOf({
      school: {
        name: school.name,
        ...(details?.address ? { address: details.address } : {}),
        ...(details?.phone ? { phone: details.phone } : {}),
        ...(details?.email ? { email: details.email } : {}),
      },
    }),
    pupil: { name: stay.name, ...(stay.form === undefined ? {} : { form: stay.form }) },
    schoolName: stay.schoolName,
    providerName: stay.providerName,
    places: stay.places
      .filter(({ state }) => state === 'booked')
      .toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1)),
    attendance: stay.attendance,
    courses: stay.courses.filter(({ done }) => done > 0),
    report: {
      work: report.work,
      behaviour: report.behaviour,
      nextSteps: report.nextSteps,
      finishedOn: report.finishedOn,
      finishedBy: report.finishedBy ?? '',
    },
  });
  return { ok: true, value: { document, stay, letterhead: details?.letterhead ?? null } };
}
