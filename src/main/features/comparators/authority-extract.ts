import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { findAuthoritySchools } from '../../storage/repositories/authority-schools.ts';
import { returnedIn } from '../../storage/repositories/returned-in.ts';
import type { Context, Handler } from '../context.ts';
import { toReturned } from '../to-returned.ts';
import { compareDocument } from './compare-extract.ts';
import { exportDifferences } from './export-differences.ts';
import { readExtract } from './read-extract.ts';

type Compared = OperationOutput<'authority.compare-extract'>;

async function compareReceived(context: Context, fileId: string): Promise<Result<Compared>> {
  const extract = await readExtract(context, fileId);
  if (!extract.ok) return extract;
  const { fileName, documents } = extract.value;
  return context.read(async (db) => {
    const numbers = documents.map(({ school }) => school.la + school.estab);
    const listed = new Map((await findAuthoritySchools(db, numbers)).map((one) => [one.laEstab, one.name]));
    const schools: Compared['schools'] = [];
    for (const document of documents) {
      const laEstab = document.school.la + document.school.estab;
      const here = await returnedIn(db, laEstab, document.period);
      const name = listed.get(laEstab) ?? here?.schoolName ?? document.school.name ?? `School ${laEstab}`;
      schools.push(compareDocument(document, name, here?.exclusions.map(toReturned)));
    }
    return { ok: true, value: { fileName, schools: schools.toSorted(byName) } };
  });
}

const byName = (a: { readonly name: string; readonly from: string }, b: typeof a): number =>
  a.name.localeCompare(b.name, 'en-GB') || (a.from < b.from ? -1 : 1);

/** What was received against an extract, school by school and period by period. */
export const compareAuthorityExtract: Handler<'authority.compare-extract'> = (context, { fileId }) =>
  compareReceived(context, fileId);

export const exportAuthorityExtract: Handler<'authority.export-extract'> = async (
  context,
  { fileId, destination },
) => exportDifferences(context, await compareReceived(context, fileId), destination);
