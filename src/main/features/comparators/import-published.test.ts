import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { PUBLISHED_FILES, publishedFile } from '../../../../tests/builders/published-file.ts';
import { openAuthorityApp, type AuthorityApp } from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const importFile = async (name: string, content: string | Uint8Array) => {
  const fileIds = [app.fileId(app.put(name, content))];
  const [outcome] = (await app.must('authority.import-published', { fileIds })).files;
  if (!outcome) throw new Error('no outcome');
  return outcome;
};

const importReal = (name: string) => importFile(`${name}.csv`, publishedFile(name));

const england = async (schoolYear: number, schoolType = 'total', layout?: string) =>
  (
    await app.must('authority.published-figures', {
      level: 'national',
      areaCode: 'E92000001',
      schoolYear,
      schoolType,
      ...(layout ? { layout } : {}),
    })
  ).lines;

const keptLines = () =>
  app.services.store.read(async (db) => (await db.select().from(db.tables.publishedFigures)).length);

/** The three columns of the file of England's totals, and as many figures. */
const TOTALS_HEADING =
  'year,school_type,num_schools,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate,one_plus_fixed,one_or_more_fixed_excl_rate';
const TOTALS = '201617,Total,1,100,2,2,3,3,1,1';

describe('authority.import-published takes', () => {
  it('every published file, line by line', async () => {
    for (const [name, lines] of PUBLISHED_FILES) {
      expect(await importReal(name)).toMatchObject({ outcome: 'imported', lines, problems: [] });
    }
    const { files } = await app.must('authority.published', {});
    expect(files).toHaveLength(PUBLISHED_FILES.length);
    expect(files.find(({ fileName }) => fileName === 'clean_la_data.csv')?.levels).toEqual([
      { level: 'national', lines: 44, from: 2006, to: 2016 },
      { level: 'region', lines: 441, from: 2006, to: 2016 },
      { level: 'authority', lines: 6637, from: 2006, to: 2016 },
    ]);
    expect(await auditOf(app, 'authority.import-published')).toHaveLength(PUBLISHED_FILES.length);
  });

  it('England’s totals as they were published', async () => {
    await importReal('nat_summary');
    expect((await england(2016))[0]).toMatchObject({
      fileName: 'nat_summary.csv',
      figures: {
        permanent: '7720',
        'permanent-rate': '0.1',
        fixed: '381865',
        'fixed-rate': '4.76',
        'one-plus': '183475',
      },
    });
    expect((await england(2006))[0]?.figures).toMatchObject({ permanent: '8680', fixed: '425590' });
    expect((await england(2006, 'dummy'))[0]?.figures).toMatchObject({
      permanent: '20',
      'permanent-rate': '.',
    });
  });

  it('how long exclusions were and how often pupils were excluded', async () => {
    await importReal('SFR35_2017_duration_fixed_period_exclusions');
    const lengths = await england(2015);
    const of = (days: string) => lengths.find(({ breakdown }) => breakdown === days)?.figures['fixed'];
    expect(['', '1', '2', '3', '4', '5', '10', '15', '45'].map(of)).toEqual([
      '339360',
      '155250',
      '80695',
      '46735',
      '11625',
      '37245',
      '2480',
      '735',
      '10',
    ]);
    await importReal('SFR35_2017_number_fixed_period_exclusions');
    const often = await england(2015, 'total', 'sfr-repeats');
    expect(often.find(({ breakdown }) => breakdown === '1')?.figures).toEqual({ 'one-plus': '99605' });
  });

  it('reasons by our codes, with the signs that stand for what is not given', async () => {
    await importReal('ees_exclusions_by_reason_201617');
    expect((await england(2016))[0]?.figures).toMatchObject({ 'permanent PP': '1025', 'fixed DB': '108640' });
    expect((await england(2016, 'special'))[0]?.figures).toMatchObject({
      'permanent VP': 'x',
      'permanent TH': '0',
    });
  });

  it('authorities and regions by number, also where the file has names only', async () => {
    await importReal('clean_la_data');
    const camden = await app.must('authority.published-figures', {
      level: 'authority',
      areaCode: '202',
      schoolYear: 2016,
    });
    expect(camden.lines).toMatchObject([
      { areaName: 'Camden', figures: { fixed: '1005', 'fixed-rate': '4.49' } },
    ]);
    const northEast = await app.must('authority.published-figures', {
      level: 'region',
      areaCode: 'E12000001',
      schoolYear: 2016,
    });
    expect(northEast.lines).toMatchObject([{ figures: { permanent: '415', fixed: '22830' } }]);
  });

  it('schools by number, of the term that the file is of', async () => {
    await importReal('ees_school_level_preview_2024-25_autumn');
    const { lines } = await app.must('authority.published-figures', {
      level: 'school',
      areaCode: '8052215',
      schoolYear: 2024,
      schoolType: 'primary',
    });
    expect(lines).toMatchObject([
      {
        timeSpan: 'autumn term',
        line: 3,
        figures: { headcount: '455', fixed: '2', 'fixed-rate': '0.43956' },
      },
    ]);
  });

  it('the list of schools by year as schools that may be compared', async () => {
    const outcome = await importReal('school_data_sql_shortened');
    expect(outcome).toMatchObject({ outcome: 'imported', layout: 'List of schools by year' });
    expect(outcome.message).toMatch(/^Imported\. \d{3} schools/);
    expect((await app.must('authority.school-list', {})).others).toBeGreaterThan(300);
  });

  it('the same file once, whatever its name', async () => {
    await importReal('nat_summary');
    expect(await importFile('renamed.csv', publishedFile('nat_summary'))).toMatchObject({
      outcome: 'duplicate',
      message: 'Left out: the same file is here already, as nat_summary.csv.',
    });
    expect(await keptLines()).toBe(45);
  });

  it('nothing more once it is cancelled', async () => {
    const path = app.put('nat_summary.csv', publishedFile('nat_summary'));
    const { dispatch } = await import('#main/api/dispatch.ts');
    const { handlers } = await import('#main/api/handlers.ts');
    const { JobCancelledError } = await import('../context.ts');
    const job = {
      progress: () => undefined,
      checkCancelled: () => {
        throw new JobCancelledError('by the user');
      },
    };
    const result = await dispatch(
      app.services,
      handlers,
      { userName: 'Test Person', role: 'authority' },
      'authority.import-published',
      { fileIds: [app.fileId(path)] },
      job,
    );
    expect(result).toMatchObject({ ok: true, value: { files: [{ outcome: 'not-read' }] } });
    expect(await keptLines()).toBe(0);
  });
});

describe('authority.import-published refuses', () => {
  const refusedFor = async (text: string | Uint8Array, name = 'file.csv') => {
    const outcome = await importFile(name, text);
    expect(outcome.outcome).toBe('refused');
    expect(await keptLines()).toBe(0);
    return outcome.problems[0];
  };

  it.each([
    ['a column that the layout has not', `${TOTALS_HEADING},new\n${TOTALS},1`, { line: 1, element: 'new' }],
    [
      'a column that is missing',
      TOTALS_HEADING.replace('headcount,', '') + '\n201617,Total,1,2,2,3,3,1,1',
      { line: 1, element: 'headcount' },
    ],
    ['headings of nothing that is read', 'a,b,c\n1,2,3', { line: 1, value: 'a, b, c' }],
    [
      'a year that is none',
      `${TOTALS_HEADING}\n201618,Total,1,100,2,2,3,3,1,1`,
      { line: 2, element: 'year' },
    ],
    [
      'a figure that is neither number nor sign, after lines that were good',
      `${TOTALS_HEADING}\n${TOTALS}\n201516,Total,1,100,2,2,3,about 3,1,1`,
      { line: 3, element: 'fixed_excl_rate', value: 'about 3' },
    ],
    ['a row that is too short', `${TOTALS_HEADING}\n${TOTALS}\n201516,Total`, { line: 3 }],
    ['a quotation mark that is never closed', `${TOTALS_HEADING}\n"201617,Total`, { line: 2 }],
    ['headings alone', TOTALS_HEADING, {}],
    ['a file with nothing in it', '', {}],
  ])('%s', async (_what, text, where) => {
    expect(await refusedFor(text)).toMatchObject({ severity: 'error', ...where });
  });

  it('a workbook, by what it is', async () => {
    const problem = await refusedFor(Buffer.from('504b0304aabb', 'hex'), 'figures.xlsx');
    expect(problem?.message).toContain('workbook');
  });

  it('in a database that is no authority’s', async () => {
    const { openTestApp } = await import('../../../../tests/builders/app.ts');
    const bare = openTestApp();
    const refused = await bare.run('authority.import-published', { fileIds: ['none'] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-set-up' } });
    await bare.close();
  });
});

it('authority.remove-published takes a file and its figures out again', async () => {
  await importReal('nat_summary');
  const [file] = (await app.must('authority.published', {})).files;
  await app.must('authority.remove-published', { id: file?.id ?? '' });
  expect(await keptLines()).toBe(0);
  expect(await app.run('authority.remove-published', { id: file?.id ?? '' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  expect((await importReal('nat_summary')).outcome).toBe('imported');
});
