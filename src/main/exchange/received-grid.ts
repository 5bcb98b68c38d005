import type { GridArrival } from '../storage/repositories/risk-grids.ts';
import type { GridDocument } from './grid-document.ts';

/** What the document itself does not say of the file it came in; the name of the school as the authority knows it. */
type Arriving = Pick<
  GridArrival['grid'],
  'id' | 'schoolName' | 'fileName' | 'sha256' | 'receivedBy' | 'receivedAt'
>;

/** A grid as an authority keeps it, its rows in the order of the file. */
export function receivedGrid(document: GridDocument, arriving: Arriving): GridArrival {
  const { laEstab, schoolYear, term, madeAt, pupilsOnRoll, criteria, rows } = document;
  return {
    grid: { laEstab, schoolYear, term, madeAt, pupilsOnRoll, criteria, ...arriving },
    rows: rows.map((row) => ({
      upn: row.upn,
      name: row.name,
      ncYear: row.ncYear ?? null,
      categories: row.categories,
      level: row.level ?? null,
      why: row.why,
      since: row.since,
      keyWorker: row.keyWorker?.name ?? null,
      keyWorkerRole: row.keyWorker?.role ?? null,
      done: row.done ?? null,
      reviewOn: row.reviewOn ?? null,
      signedOffOn: row.signedOff?.on ?? null,
      signedOffWhy: row.signedOff?.why ?? null,
    })),
  };
}
