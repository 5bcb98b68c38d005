import { refuse, type Result } from '#shared/kernel/result.ts';
import { chaserLetter } from '../../documents/chaser-letter.ts';
import type { LetterDocument } from '../../documents/letter-document.ts';
import { lettersHtml } from '../../documents/letter-html.ts';
import { registeredSchools } from '../../storage/repositories/registered-schools.ts';
import { insertChasers } from '../../storage/repositories/return-demands.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { documentBytes, documentFileName } from '../document-bytes.ts';
import { exportFile } from '../export-file.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { readNotSent } from './read-not-sent.ts';
import { censusYearOf } from './asked-periods.ts';

type Asked = Parameters<Handler<'authority.chase'>>[1];

/** Writes letters to the chosen schools, all in one PDF or one in Word, and notes that the schools were asked. */
export const chaseSchools: Handler<'authority.chase'> = async (context, input) => {
  const { period, laEstabs, format, destination } = input;
  if (format === 'docx' && laEstabs.length > 1) {
    return refuse(
      'refused',
      'Word takes one letter at a time. Nothing was written; choose one school, or PDF for all.',
    );
  }
  if (format === 'pdf' && context.printPdf === undefined) {
    return refuse(
      'refused',
      'PDF can be made only in First Day’s window. Nothing was written. A letter to one school can be written as Word.',
    );
  }
  const letters = await context.read((db) => writeLetters(db, context, input));
  if (!letters.ok) return letters;
  const [first] = letters.value;
  if (first === undefined) {
    return refuse('refused', 'None of these schools is missing a return of the period. Nothing was written.');
  }
  const exported = await exportFile(context, {
    destination,
    suggestedName: documentFileName(`Letters ${period.name}`, format),
    content:
      format === 'pdf' && context.printPdf
        ? await context.printPdf(
            lettersHtml(
              first.letter.title,
              letters.value.map(({ letter }) => letter),
            ),
          )
        : await documentBytes(context, 'docx', first.letter, null),
    audit: (fileName) => ({
      subjectType: 'return-period',
      subjectId: `${period.from} ${period.to}`,
      detail: { name: period.name, fileName, schools: letters.value.map(({ laEstab }) => laEstab) },
    }),
  });
  if (!exported.ok) return exported;
  return noteAsked(
    context,
    input,
    letters.value.map(({ laEstab }) => laEstab),
    exported.value,
  );
};

interface Addressed {
  readonly laEstab: string;
  readonly letter: LetterDocument;
}

/** A letter for each chosen school of which nothing has come; one that has sent in the meantime gets none. */
async function writeLetters(
  db: Db,
  context: Context,
  { period, laEstabs }: Asked,
): Promise<Result<readonly Addressed[]>> {
  const authority = (await readWorkspace(db))?.authority;
  if (!authority) return refuse('not-set-up', 'This database is no authority’s. Nothing was written.');
  const { periods, schools } = await readNotSent(
    db,
    context,
    censusYearOf(period) ?? schoolYearOf(period.to),
  );
  const at = periods.findIndex(({ from, to }) => from === period.from && to === period.to);
  const asked = periods[at];
  if (asked === undefined)
    return refuse('not-found', 'Returns of this period are not asked for. Nothing was written.');
  const addresses = new Map(
    (await registeredSchools(db, authority.code)).map((school) => [school.laEstab, school]),
  );
  const wanted = new Set(laEstabs);
  return {
    ok: true,
    value: schools.flatMap(({ laEstab, name, cells }) => {
      const cell = cells[at];
      if (!wanted.has(laEstab) || (cell?.state !== 'missing' && cell?.state !== 'waiting')) return [];
      const registered = addresses.get(laEstab);
      const letter = chaserLetter({
        authority,
        school: {
          name,
          laEstab,
          headName: registered?.headName ?? undefined,
          address: registered?.address ?? undefined,
        },
        period: asked,
        askedBefore: cell.timesAsked,
        today: context.clock.today(),
        writtenBy: context.session.userName,
      });
      return [{ laEstab, letter }];
    }),
  };
}

/** The letters are on the disk: now it is noted that they were written. */
async function noteAsked(
  { change, newId, clock, session }: Context,
  { period }: Asked,
  laEstabs: readonly string[],
  file: { readonly fileId: string; readonly fileName: string },
): ReturnType<Handler<'authority.chase'>> {
  return change(async (db) => {
    await insertChasers(
      db,
      laEstabs.map((laEstab) => ({
        id: newId(),
        laEstab,
        periodFrom: period.from,
        periodTo: period.to,
        writtenBy: session.userName,
        writtenAt: clock.now(),
      })),
    );
    return { ok: true, value: { value: { letters: laEstabs.length, ...file }, audit: [] } };
  });
}
