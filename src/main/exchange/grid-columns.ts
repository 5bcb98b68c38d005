/** The columns of a grid in the order they are written; read in any order. */
export const GRID_COLUMNS = {
  kind: ['Row', 'Pupil, or About: what is said of the whole grid'],
  name: ['Pupil', 'In a row About: what is said'],
  upn: ['UPN'],
  ncYear: ['Year group', 'N1, N2, R, 1 to 14, X'],
  categories: ['Category', 'Letters, as in the rows About'],
  level: ['Level', 'Where the school uses levels'],
  why: ['Why', 'Reasons, a semicolon between them; in a row About: what it says'],
  since: ['Since', 'On the register from this day'],
  keyWorker: ['Key worker', 'At the end of the term; empty: nobody'],
  keyWorkerRole: ['Role', 'Of the key worker'],
  done: ['Done in the term'],
  reviewOn: ['Review', 'The day of the next review; empty once signed off'],
  signedOffOn: ['Signed off', 'Empty: still on the register'],
  signedOffWhy: ['Why signed off'],
} as const satisfies Readonly<Record<string, readonly [title: string, meaning?: string]>>;

export type GridColumn = keyof typeof GRID_COLUMNS;

// `keyof` of a constant is what its keys are.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const GRID_COLUMN_NAMES = Object.keys(GRID_COLUMNS) as readonly GridColumn[];

/** Columns without which a row says too little; the others may be missing and are then empty. */
export const REQUIRED_GRID_COLUMNS = [
  'name',
  'upn',
  'categories',
  'why',
  'since',
] as const satisfies readonly GridColumn[];

/** What the rows About are called. The last one is for programs; those before the roll, and it, must be there. */
export const GRID_ABOUT = {
  laEstab: 'School number',
  schoolName: 'School',
  schoolYear: 'School year',
  term: 'Term',
  madeAt: 'Made at',
  pupilsOnRoll: 'Pupils on roll',
  criteria: 'For programs',
} as const;

export type GridAbout = keyof typeof GRID_ABOUT;

/** What stands in the column Row. */
export const PUPIL_ROW = 'Pupil';
export const ABOUT_ROW = 'About';

/** The sheet of a workbook that holds the grid. */
export const GRID_SHEET = 'Grid';
