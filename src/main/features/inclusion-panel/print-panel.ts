import { refuse, type Result } from '#shared/kernel/result.ts';
import type { LetterDocument } from '../../documents/letter-document.ts';
import { panelAgenda, panelMinutes } from '../../documents/panel-document.ts';
import { readSchoolDetails } from '../../storage/repositories/school-details.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { documentBytes, documentFileName } from '../document-bytes.ts';
import { exportFile } from '../export-file.ts';
import { homeSchool } from '../home-school.ts';
import { letterheadOf } from '../letterhead-of.ts';
import { withoutNulls } from '../without-nulls.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'Nothing was written';

interface Prepared {
  readonly document: LetterDocument;
  readonly on: string;
  readonly pupilIds: readonly string[];
  /** The school's own letterhead as kept, if it has one. */
  readonly letterhead: string | null;
}

/** Writes agenda or minutes as PDF or Word, on the paper of the school. */
export const printPanel: Handler<'panel.print'> = async (context, input) => {
  const { panelId, what, destination } = input;
  if (input.format === 'pdf' && context.printPdf === undefined) {
    return refuse(
      'refused',
      `PDF can be made only in First Day’s window. ${NOT_DONE}. Here it can be written as Word.`,
    );
  }
  const prepared = await context.read((db) => prepare(db, panelId, what));
  if (!prepared.ok) return prepared;
  const { document, on, pupilIds, letterhead } = prepared.value;
  const format = input.format === 'pdf' ? 'pdf' : 'docx';
  return exportFile(context, {
    destination,
    suggestedName: documentFileName(`${document.title}, ${on}`, format),
    content: await documentBytes(context, format, document, letterhead),
    audit: (fileName) => ({
      subjectType: 'panel',
      subjectId: panelId,
      detail: { what, format, fileName, pupilIds },
    }),
  });
};

async function prepare(db: Db, panelId: string, what: 'agenda' | 'minutes'): Promise<Result<Prepared>> {
  const opened = await openPanel(db, { panelId }, NOT_DONE);
  if (!opened.ok) return opened;
  const { panel, items } = opened.value;
  if (what === 'minutes' && panel.heldOn === null) {
    return refuse(
      'refused',
      `${NOT_DONE}: the panel was not held yet. Note who was there first; the agenda can be written now.`,
    );
  }
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { school } = home.value;
  const details = await readSchoolDetails(db, school.id);
  const { onDate, startsAt, place, invited, present } = panel;
  const document = (what === 'agenda' ? panelAgenda : panelMinutes)({
    letterhead: letterheadOf({
      school: {
        name: school.name,
        ...(details?.address ? { address: details.address } : {}),
        ...(details?.phone ? { phone: details.phone } : {}),
        ...(details?.email ? { email: details.email } : {}),
      },
    }),
    schoolName: school.name,
    ...withoutNulls({ on: onDate, startsAt, place, invited, present }),
    items: items.map(withoutNulls),
  });
  const pupilIds = items.map(({ pupilId }) => pupilId);
  return { ok: true, value: { document, on: onDate, pupilIds, letterhead: details?.letterhead ?? null } };
}
