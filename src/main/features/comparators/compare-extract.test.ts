import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import {
  fileText,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const OURS = sentReturn([
  [1, 'SUSP', '2025-11-10', 5],
  [2, 'PERM', '2025-11-18'],
  [3, 'SUSP', '2025-12-01', 2],
]);
const THEIRS = sentReturn([
  [1, 'SUSP', '2025-11-10', 4],
  [3, 'SUSP', '2025-12-01', 2],
  [4, 'SUSP', '2025-12-02', 3],
]);

const compare = (name: string, content: Parameters<AuthorityApp['put']>[1]) =>
  app.must('authority.compare-extract', { fileId: app.fileId(app.put(name, content)) });

/** Two returns in one CSV. */
const together = (...documents: Parameters<typeof fileText>[1][]) => {
  const texts = documents.map((document) => fileText('x.csv', document).split('\r\n'));
  return [texts[0]?.[0], ...texts.flatMap(([, ...rows]) => rows.filter((row) => row !== ''))].join('\r\n');
};

describe('authority.compare-extract', () => {
  it.each(['extract.xml', 'extract.csv'])(
    'tells only here, only there and what differs (%s)',
    async (name) => {
      await app.receive({ 'ours.xml': OURS });
      const { schools } = await compare(name, THEIRS);
      expect(schools).toMatchObject([
        {
          laEstab: '2014001',
          period: 'Spring census 2026',
          received: true,
          here: 3,
          there: 3,
          same: 1,
          onlyHere: [{ name: 'Surname2, Alex', category: 'Permanent exclusion', startDate: '2025-11-18' }],
          onlyThere: [{ name: 'Surname4, Alex', startDate: '2025-12-02' }],
          altered: [{ name: 'Surname1, Alex', fields: [{ field: 'sessions', here: '5', there: '4' }] }],
        },
      ]);
    },
  );

  it('takes several schools in one CSV, and says of which nothing was received', async () => {
    await app.receive({ 'ours.xml': OURS });
    const other = sentReturn([[7, 'SUSP', '2025-11-10', 2]], { estab: '4002' });
    const { schools } = await compare('all.csv', together(THEIRS, other));
    expect(schools.map(({ laEstab, received, here, there }) => ({ laEstab, received, here, there }))).toEqual(
      [
        { laEstab: '2014001', received: true, here: 3, there: 3 },
        { laEstab: '2014002', received: false, here: 0, there: 1 },
      ],
    );
  });

  it('finds a fault at its line of the whole file', async () => {
    const other = sentReturn([[7, 'SUSP', '2025-11-10', 2]], { estab: '4002' });
    const text = together(THEIRS, other).replace('2025-11-10,', '2025-11-31,');
    const lines = text.split('\r\n');
    const at = lines.findIndex((line) => line.includes('2025-11-31')) + 1;
    const refused = await app.run('authority.compare-extract', {
      fileId: app.fileId(app.put('all.csv', text)),
    });
    expect(refused).toMatchObject({ ok: false, error: { problems: [{ line: at }] } });
  });

  it('needs the right to see pupils', async () => {
    const fileId = app.fileId(app.put('extract.xml', THEIRS));
    expect(await app.run('authority.compare-extract', { fileId }, 'recorder')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
  });

  it('authority.export-extract writes the differences as a list, with its row in the trail', async () => {
    await app.receive({ 'ours.xml': OURS });
    const path = join(app.folder, 'differences.csv');
    const written = await app.must('authority.export-extract', {
      fileId: app.fileId(app.put('extract.xml', THEIRS)),
      destination: app.fileId(path),
    });
    expect(written.fileName).toBe('differences.csv');
    const rows = readFileSync(path, 'utf8').trim().split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows.join('\n')).toContain('Sessions,5,4');
    expect(await auditOf(app, 'authority.export-extract')).toHaveLength(1);
  });
});
