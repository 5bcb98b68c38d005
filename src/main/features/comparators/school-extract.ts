import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { lastSent } from '../../storage/repositories/sent-returns.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { compareDocument } from './compare-extract.ts';
import { exportDifferences } from './export-differences.ts';
import { readExtract } from './read-extract.ts';

type Compared = OperationOutput<'returns.compare-extract'>;

async function compareSent(context: Context, fileId: string): Promise<Result<Compared>> {
  const extract = await readExtract(context, fileId);
  if (!extract.ok) return extract;
  const { fileName, documents } = extract.value;
  return context.read<Result<Compared>>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id, laEstab, name } = home.value.school;
    const own = documents.filter(({ school }) => school.la + school.estab === laEstab);
    if (own.length === 0) {
      return refuse(
        'refused',
        `“${fileName}” has nothing of ${name} (${laEstab}). Choose the extract of your own school.`,
      );
    }
    const schools: Compared['schools'] = [];
    for (const document of own) {
      const { from, to } = document.period;
      const sent = await lastSent(db, id, document.period);
      if (sent === null) {
        return refuse(
          'refused',
          `The return of ${formatDate(from)} to ${formatDate(to)} was exported before First Day kept what was in it. Export it again, then compare.`,
        );
      }
      schools.push(compareDocument(document, name, sent));
    }
    return { ok: true, value: { fileName, schools } };
  });
}

/** Our last export of the period against an extract of our own school. */
export const compareSchoolExtract: Handler<'returns.compare-extract'> = (context, { fileId }) =>
  compareSent(context, fileId);

export const exportSchoolExtract: Handler<'returns.export-extract'> = async (
  context,
  { fileId, destination },
) => exportDifferences(context, await compareSent(context, fileId), destination);
