import type { OperationOutput } from '#shared/contract/contract.ts';
import type { BesideMeasure } from '#shared/domain/comparators/types.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { ENGLAND_CODE, REGION_CODES, regionCode } from '../../exchange/published/regions.ts';
import { listGroups, listProfiles } from '../../storage/repositories/authority-schools.ts';
import { linesOf, publishedRegionOf, type SourcedLine } from '../../storage/repositories/published.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { ownFigures } from './own-figures.ts';
import { ownSchools } from './own-schools.ts';

type Figure = OperationOutput<'authority.beside-published'>['years'][number]['england'];

/** Our figures of each year beside the published ones of authority, region and England; nothing is filled in. */
export const besidePublished: Handler<'authority.beside-published'> = (
  { read, nationalSchools },
  { measure, schoolType, schoolYear },
) =>
  read(async (db) => {
    const authority = (await readWorkspace(db))?.authority;
    if (!authority) {
      return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
    }
    const region = await regionOf(db, authority.code);
    const lines = {
      authority: await linesOf(db, 'authority', [authority.code], { schoolType }),
      region: await linesOf(db, 'region', region ? [region] : [], { schoolType }),
      england: await linesOf(db, 'national', [ENGLAND_CODE], { schoolType }),
    };
    const schools = await ownSchools(db, nationalSchools);
    const profiles = new Map(
      (await listProfiles(db, authority.code)).map((one) => [keyOf(one), one.headcount]),
    );
    const own = ownFigures(
      schools,
      schoolType,
      (laEstab, year) => profiles.get(keyOf({ laEstab, schoolYear: year })) ?? null,
    );
    const publishedYears = Object.values(lines).flatMap((of) =>
      of.filter(isTotal(measure)).map((one) => one.schoolYear),
    );
    const ownYears = own.years;
    const years = [...new Set([...publishedYears, ...ownYears])]
      .filter((year) => schoolYear === undefined || year === schoolYear)
      .toSorted((a, b) => b - a);
    const cell = (of: readonly SourcedLine[], year: number, ifNone: string): Figure =>
      figureOf(of, year, measure) ?? {
        value: null,
        headcount: null,
        rate: null,
        source: null,
        missing: ifNone,
      };
    return {
      ok: true,
      value: {
        region: nameOf(region),
        missing: [
          ...missingWords(publishedYears, ownYears, region),
          ...(publishedYears.length > 0 && lines.authority.length === 0
            ? [`No published file here has figures of ${authority.name} (${authority.code}).`]
            : []),
        ],
        years: years.map((year) => ({
          schoolYear: year,
          own: own.of(year, measure),
          authority: cell(lines.authority, year, 'Not in a file that is here'),
          region: cell(lines.region, year, region ? 'Not in a file that is here' : 'Region not known'),
          england: cell(lines.england, year, 'Not in a file that is here'),
        })),
      },
    };
  });

const keyOf = ({ laEstab, schoolYear }: { readonly laEstab: string; readonly schoolYear: number }): string =>
  `${laEstab} ${schoolYear}`;

/** The authority's region: as published lines of it say, which tell Inner from Outer London, else as the register does. */
async function regionOf(db: Db, la: string): Promise<string | undefined> {
  const published = await publishedRegionOf(db, la);
  if (published !== undefined) return published;
  const group = (await listGroups(db)).find((one) => one.la === la);
  return regionCode(group?.region ?? '') || undefined;
}

const nameOf = (code: string | undefined): string | null =>
  Object.entries(REGION_CODES).find(([, one]) => one === code)?.[0] ?? null;

const isTotal =
  (measure: BesideMeasure) =>
  ({ timeSpan, breakdown, figures }: SourcedLine): boolean =>
    timeSpan === 'year' && breakdown === '' && figures[measure] !== undefined;

/** The published figure of a year; a line that has the rate too before one that has not, and else the file imported last. */
function figureOf(lines: readonly SourcedLine[], year: number, measure: BesideMeasure): Figure | undefined {
  const own = lines.filter((one) => one.schoolYear === year && isTotal(measure)(one));
  const best = own.find(({ figures }) => figures[`${measure}-rate`] !== undefined) ?? own[0];
  if (best === undefined) return undefined;
  return {
    value: best.figures[measure] ?? null,
    headcount: best.figures['headcount'] ?? null,
    rate: best.figures[`${measure}-rate`] ?? null,
    source: `${best.fileName}, line ${best.position}`,
  };
}

function missingWords(
  published: readonly number[],
  own: readonly number[],
  region: string | undefined,
): string[] {
  if (published.length === 0) {
    return [
      'No published figures of this are here. Download the open data of suspensions and permanent exclusions from the Department’s statistics and import it.',
    ];
  }
  const said: string[] = [];
  const newest = Math.max(...published);
  if (own.length === 0)
    said.push('No school year of our own is whole yet: the returns of all its terms must be here.');
  else if (Math.min(...own) > newest) {
    said.push(
      `The published years end with ${formatSchoolYear(newest)} and our own begin with ${formatSchoolYear(Math.min(...own))}: import a newer file to have both side by side.`,
    );
  }
  if (region === undefined) {
    said.push(
      'The region of the authority is not known. Import the national register, or published figures by reason.',
    );
  }
  return said;
}
