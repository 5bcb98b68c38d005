import { readUpnList } from '../../exchange/upn-list.ts';
import { gridRows, gridsOfTerm } from '../../storage/repositories/risk-grids.ts';
import type { Handler } from '../context.ts';
import { expectedSchools } from '../expected-schools.ts';
import { openFile } from '../open-file.ts';

/**
 * Compares a list of the authority's own, such as of pupils known to social services, with the grids of a term. The list
 * is read, answered about and forgotten: nothing of it is kept.
 */
export const crossCheckList: Handler<'authority.cross-check-list'> = async (context, input) => {
  const opened = await openFile(context, input.fileId, {
    kind: 'list of pupils',
    ifTooLarge: 'save it as several smaller lists.',
  });
  if (!opened.ok) return opened;
  const list = readUpnList(opened.value.bytes);
  if (!list.ok) return list;
  const said = input.reason?.toLocaleLowerCase('en-GB') ?? '';
  return context.read(async (db) => {
    const grids = await gridsOfTerm(db, input);
    const byId = new Map(grids.map((grid) => [grid.id, grid]));
    const rows = await gridRows(db, [...byId.keys()]);
    const inGrids = new Set(rows.map(({ upn }) => upn));
    const onList = new Set(list.value.map(({ upn }) => upn));
    // A pupil with several entries is told of by the latest.
    const meant = new Map(
      rows
        .filter(({ why }) => said === '' || why.some((one) => one.toLocaleLowerCase('en-GB').includes(said)))
        .toSorted((a, b) => (a.since < b.since ? -1 : 1))
        .map((row) => [row.upn, row]),
    );
    const expected = await expectedSchools(db, context.nationalSchools);
    return {
      ok: true,
      value: {
        listed: list.value.length,
        both: list.value.filter(({ upn }) => inGrids.has(upn)).length,
        onlyListed: list.value.filter(({ upn }) => !inGrids.has(upn)),
        onlyInGrids: [...meant.values()]
          .filter(({ upn }) => !onList.has(upn))
          .map(({ upn, name, gridId, why, signedOffOn }) => ({
            upn,
            name,
            school: byId.get(gridId)?.schoolName ?? '',
            laEstab: byId.get(gridId)?.laEstab ?? '',
            why: [...why],
            ...(signedOffOn === null ? {} : { signedOffOn }),
          }))
          .toSorted((a, b) => `${a.school} ${a.name}`.localeCompare(`${b.school} ${b.name}`, 'en-GB')),
        schools: { here: grids.length, expected: Math.max(expected.size, grids.length) },
      },
    };
  });
};
