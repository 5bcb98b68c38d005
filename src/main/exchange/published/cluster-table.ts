import type { Result } from '#shared/kernel/result.ts';
import type { LargeFile } from './large-file.ts';
import { numberAt, readSmallTable } from './small-table.ts';

/** Longest name of a cluster. */
const MAX_NAME = 80;

/** A table of clusters: laestab, cluster; an empty cluster takes the school out of any. */
export const readClusterTable = (
  file: LargeFile,
): Result<readonly { readonly laEstab: string; readonly cluster: string | null }[]> =>
  readSmallTable<'laestab' | 'cluster', { readonly laEstab: string; readonly cluster: string | null }>(
    file,
    { required: ['laestab', 'cluster'], optional: [] },
    (row, problems) => {
      const laEstab = numberAt(row, 'laestab', problems);
      const cluster = row.at('cluster');
      if (cluster.length > MAX_NAME) {
        problems.error({
          line: row.line,
          element: 'cluster',
          value: cluster,
          message: `The name of a cluster has at most ${MAX_NAME} characters.`,
          remedy: 'Shorten it.',
        });
        return undefined;
      }
      return laEstab === undefined ? undefined : { laEstab, cluster: cluster === '' ? null : cluster };
    },
  );
