import type { ComparedSchool, Grouping } from './types.ts';

/** Who is in no cluster, or whose authority is in no group, makes no row of those. */
const KEYS: Readonly<Record<Grouping, (school: ComparedSchool) => string | undefined>> = {
  school: ({ laEstab }) => laEstab,
  phase: ({ phase }) => phase,
  cluster: ({ cluster }) => cluster,
  authority: ({ area }) => area,
  'authority-group': ({ areaGroup }) => areaGroup,
  all: () => 'all',
};

/** What a school is grouped under; undefined where it is in no such group. */
export const groupKeyOf = (school: ComparedSchool, by: Grouping): string | undefined => KEYS[by](school);

/** The schools by what they are grouped by, each group in the order of its first school. */
export function groupSchools(
  schools: readonly ComparedSchool[],
  by: Grouping,
): readonly { readonly key: string; readonly schools: readonly ComparedSchool[] }[] {
  const groups = new Map<string, ComparedSchool[]>();
  for (const school of schools) {
    const key = groupKeyOf(school, by);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(school);
    else groups.set(key, [school]);
  }
  return [...groups].map(([key, own]) => ({ key, schools: own }));
}
