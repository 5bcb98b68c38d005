import type { CellKind } from '#shared/domain/compare/cell-table.ts';
import { categoryKey, codesOf, isReason } from '#shared/domain/compare/group-values.ts';
import type { ComparedSchool, GroupMeasure } from '#shared/domain/compare/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { schoolsOfPhase } from '#shared/text/compare-words.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { groupValueWords } from '#shared/text/group-words.ts';
import type { Context, Handler } from '../context.ts';
import { chosenYears } from './chosen-years.ts';
import { readCompared } from './read-compared.ts';
import { isWhole, placeKey, readGroups, type ReadGroups } from './read-groups.ts';

type Asked = ParsedInput<'authority.breakdown'>;

/** Exclusions of a school year by group of pupils, for all schools, a phase, a cluster or a school. */
export const breakDown: Handler<'authority.breakdown'> = (context, asked) =>
  context.read(async (db) => {
    const { group, measure, level, key, suppressed } = asked;
    const allowed = mayAsk(context, asked);
    if (!allowed.ok) return allowed;
    const chosen = await chosenYears(db, { from: asked.schoolYear, to: asked.schoolYear });
    if (!chosen.ok) return chosen;
    const { offered } = chosen.value;
    const schoolYear = asked.schoolYear ?? offered[0];
    const empty = {
      offered,
      suppressed,
      withheld: false,
      n: 0,
      blank: 0,
      total: null,
      rows: [],
      clusters: [],
    };
    if (schoolYear === undefined) return { ok: true, value: { ...empty, name: '' } };
    const { schools } = await readCompared(db, context, [schoolYear]);
    const own = schools.filter((school) => isOf(school, level, key));
    const [first] = own;
    if (first === undefined) {
      return refuse('not-found', 'There is no school of that phase, cluster or number here.');
    }
    const read = await readGroups(db, group, schoolYear, schools);
    const place = placeOf(level, key);
    const numbers = new Set(own.map(({ laEstab }) => laEstab));
    const values = valuesOf(read, numbers, measure);
    const kind: CellKind = measure === 'permanent' ? 'permanent' : 'fixed-period';
    const whole = own.filter((school) => isWhole(school, schoolYear)).length;
    return {
      ok: true,
      value: {
        offered,
        schoolYear,
        suppressed,
        withheld: suppressed && read.suppressed.withheld,
        name: nameOf(first, level),
        n: whole,
        blank: own.length - whole,
        // With no school whose year is whole nothing is known: blanks, no noughts.
        total:
          whole === 0
            ? null
            : own.reduce((sum, school) => sum + (school.years.get(schoolYear)?.[measure] ?? 0), 0),
        rows: (whole === 0 ? [] : codesOf(group, read.categories)).map((code) => {
          const category = categoryKey(group, code);
          const hidden = suppressed && read.suppressed.isHidden(kind, place, category);
          return {
            key: code,
            words: groupValueWords(group, code, schoolYear),
            value: hidden ? null : (values.get(category) ?? 0),
            hidden,
          };
        }),
        clusters: [...new Set(schools.flatMap(({ cluster }) => cluster ?? []))].toSorted((a, b) =>
          a.localeCompare(b, 'en-GB'),
        ),
      },
    };
  });

/** Small numbers are shown only to those who may see the pupils themselves. */
export function mayAsk(
  { session }: Pick<Context, 'session'>,
  { suppressed, group, measure }: Partial<Pick<Asked, 'group' | 'measure'>> & Pick<Asked, 'suppressed'>,
): Result<undefined> {
  if (!suppressed && !mayDo(session.role, 'authority.view-pupils')) {
    return refuse(
      'not-permitted',
      'Your role may not see figures of 1 to 4 pupils. Ask for the figures with these hidden.',
    );
  }
  if (group && isReason(group) && measure === 'pupils') {
    return refuse('invalid-input', 'Pupils are not counted by reason: one pupil may have several.', {
      fields: [{ path: 'measure', message: 'Choose incidents or permanent exclusions.' }],
    });
  }
  return { ok: true, value: undefined };
}

const isOf = (school: ComparedSchool, level: Asked['level'], key: string): boolean =>
  level === 'all' ||
  (level === 'phase' && school.phase === key) ||
  (level === 'cluster' && school.cluster === key) ||
  (level === 'school' && school.laEstab === key);

const placeOf = (level: Asked['level'], key: string): string =>
  level === 'all' ? placeKey.all : placeKey[level](key);

function nameOf({ name, phase, cluster }: ComparedSchool, level: Asked['level']): string {
  if (level === 'school') return name;
  if (level === 'cluster') return cluster ?? '';
  return level === 'phase' ? sentence(schoolsOfPhase(phase)) : 'All schools';
}

const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function valuesOf(
  { units }: ReadGroups,
  schools: ReadonlySet<string>,
  measure: GroupMeasure,
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { school, categories, count, fixedPeriod, permanent } of units) {
    if (!schools.has(school)) continue;
    const each =
      measure === 'permanent' ? permanent : measure === 'pupils' ? Math.min(1, fixedPeriod) : fixedPeriod;
    for (const category of categories) values.set(category, (values.get(category) ?? 0) + each * count);
  }
  return values;
}
