import { CELL_KINDS, cellAt, type CellTable, type Entry } from './cell-table.ts';

/**
 * Swaps looked at for one cell: enough to find a cheap one, few enough to be quick; more of them for the few cells of
 * large groups, where a dear one is missed by many.
 */
const MOST_TRIED = 10;
const MOST_LOOKED = 200;

interface Swap {
  readonly places: readonly number[];
  readonly categories: readonly number[];
  /** What hiding what differs takes from the reader. */
  readonly cost: number;
}

/**
 * Finds another world for cells. Two pupils of different schools might be in each other's group, with as many exclusions
 * and days as can be taken from both groups: then every total of their schools, and every figure of what both schools are
 * part of, is what it was; only the cells of the swap differ. Where there are no two, one pupil might be in another group:
 * that changes the cells of everything the school is part of. The swap is taken that hides least anew.
 */
export function swapFinder(table: CellTable) {
  const near = nearestSchools(table);
  const inSchool = table.schoolsOf.slice(0, table.schools).map(() => CELL_KINDS.map((): Entry[] => []));
  const withCategory = CELL_KINDS.map(() => table.categories.map((): Entry[] => []));
  for (const entry of table.entries) {
    inSchool[entry.school]?.[entry.kind]?.push(entry);
    for (const category of table.sets[entry.set] ?? []) withCategory[entry.kind]?.[category]?.push(entry);
  }
  /** The cheapest swap that changes a cell and costs no more than `mostCost`; undefined where none was found. */
  return (kind: number, place: number, category: number, mostCost: number): readonly number[] | undefined => {
    let best: Swap = { places: [], categories: [], cost: Number.MAX_VALUE };
    let [tried, looked] = [0, 0];
    const has = ({ set }: Pick<Entry, 'set'>) => table.sets[set]?.includes(category) ?? false;
    const consider = (places: readonly number[], a: number, b: number) => {
      tried += 1;
      const categories = inOne(table.sets[a] ?? [], table.sets[b] ?? []);
      const cost = costOf(table, kind, places, categories);
      if (cost < best.cost && cost <= mostCost) best = { places, categories, cost };
    };
    const patience = 1 + Math.min(20, (table.schoolsOf[place]?.length ?? 1) / 4);
    const enough = () =>
      best.cost === 0 || tried >= MOST_TRIED * patience || looked >= MOST_LOOKED * patience;
    const own = (table.schoolsOf[place] ?? []).flatMap((school) => inSchool[school]?.[kind] ?? []);
    const outside = new Set(place < table.schools ? [] : table.schoolsOf[place]);
    const tryPartner = (entry: Entry, partner: Entry) => {
      looked += 1;
      if (partner.school === entry.school || outside.has(partner.school)) return;
      if (has(partner) === has(entry) || !canSwap(entry, partner)) return;
      const places = inOne(table.partOf[entry.school] ?? [], table.partOf[partner.school] ?? []);
      consider(places, entry.set, partner.set);
    };
    // Who is in the category swaps with anybody near who is not; who is not, with one of the few who are.
    for (const entry of own.filter(has)) {
      for (const school of near(entry.school)) {
        for (const partner of inSchool[school]?.[kind] ?? []) tryPartner(entry, partner);
        if (enough()) break;
      }
      if (enough()) break;
    }
    for (const entry of own.filter((one) => !has(one))) {
      if (enough()) break;
      for (const partner of withCategory[kind]?.[category] ?? []) {
        tryPartner(entry, partner);
        if (enough()) break;
      }
    }
    if (best.places.length > 0) return cellsOf(table, kind, best);
    for (const entry of own) {
      for (const set of table.sets.keys()) {
        if (has({ set }) !== has(entry)) consider(table.partOf[entry.school] ?? [], entry.set, set);
      }
      if (tried >= MOST_TRIED * 2) break;
    }
    return best.places.length > 0 ? cellsOf(table, kind, best) : undefined;
  };
}

/**
 * Whether one pupil each can be taken from two groups with as many exclusions and half days: all of them where the pupil
 * is alone, otherwise as many as leave at least one exclusion to each who stays, and a half day to each exclusion.
 */
function canSwap(a: Entry, b: Entry): boolean {
  const [alone, other] = a.units === 1 ? [a, b] : [b, a];
  if (alone.units > 1) return true;
  if (other.units === 1) return other.exclusions === alone.exclusions && other.halfDays === alone.halfDays;
  const left = { exclusions: other.exclusions - alone.exclusions, halfDays: other.halfDays - alone.halfDays };
  return left.exclusions >= other.units - 1 && (other.halfDays === 0 || left.halfDays >= left.exclusions);
}

/** What is in one of two lists and not in both. */
function inOne(a: readonly number[], b: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const one of a) if (!b.includes(one)) found.push(one);
  for (const one of b) if (!a.includes(one)) found.push(one);
  return found;
}

/** The cells that differ between the world as it is and the other one. */
const cellsOf = (table: CellTable, kind: number, { places, categories }: Swap): readonly number[] =>
  places.flatMap((place) => categories.map((category) => cellAt(table, kind, place, category)));

/** Figures of many schools are missed more than those of one, a nought least; what is hidden already, not at all. */
function costOf(
  table: CellTable,
  kind: number,
  places: readonly number[],
  categories: readonly number[],
): number {
  let cost = 0;
  for (const place of places) {
    const schools = table.schoolsOf[place]?.length ?? 1;
    for (const category of categories) {
      const at = cellAt(table, kind, place, category);
      if (table.hidden[at]) continue;
      const count = table.counts[at] ?? 0;
      cost += schools * (count === 0 ? 0.3 : 1 + Math.min(count, 100) / 50);
    }
  }
  return cost;
}

/** Schools by how much they share with one: the same groups first, then most of them. */
function nearestSchools(table: CellTable): (school: number) => readonly number[] {
  const classes = new Map<string, { readonly groups: readonly number[]; readonly schools: number[] }>();
  const classOf = table.partOf.map((places, school) => {
    const groups = places.slice(1);
    const own = classes.get(groups.join()) ?? { groups, schools: [] };
    classes.set(groups.join(), own);
    own.schools.push(school);
    return own;
  });
  const known = new Map<unknown, readonly number[]>();
  return (school) => {
    const own = classOf[school];
    const found = known.get(own);
    if (found) return found;
    const lost = (groups: readonly number[]) =>
      inOne(groups, own?.groups ?? []).reduce((sum, group) => sum + (table.schoolsOf[group]?.length ?? 0), 0);
    const schools = [...classes.values()]
      .map((one) => ({ one, lost: lost(one.groups) }))
      .toSorted((a, b) => a.lost - b.lost)
      .flatMap(({ one }) => one.schools);
    known.set(own, schools);
    return schools;
  };
}
