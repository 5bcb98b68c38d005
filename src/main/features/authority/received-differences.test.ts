import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

it('a newer return is shown beside the one it replaced: what came, went, changed and stayed', async () => {
  const first = sentReturn([
    [1, 'SUSP', '2025-11-10', 5],
    [2, 'SUSP', '2025-11-18', 2],
    [3, 'PERM', '2025-10-01'],
  ]);
  const second = sentReturn(
    [
      [1, 'SUSP', '2025-11-10', 4],
      [3, 'PERM', '2025-10-01'],
      [4, 'SUSP', '2025-12-01', 1],
    ],
    { createdAt: '2026-01-20T09:00:00' },
  );
  await app.importPaths(app.put('first.csv', first));
  const [outcome] = await app.importPaths(app.put('second.csv', second));
  const receivedId = outcome?.receivedId ?? '';
  const differences = await app.must('authority.received-differences', { receivedId });
  expect(differences).toMatchObject({
    school: { laEstab: '2014001', name: 'School 4001' },
    period: 'Spring census 2026',
    before: { fileName: 'first.csv', counts: { sessions: 7 } },
    after: { fileName: 'second.csv', counts: { sessions: 5 } },
    same: 1,
    added: [{ surname: 'Surname4', startDate: '2025-12-01' }],
    gone: [{ surname: 'Surname2', startDate: '2025-11-18' }],
    altered: [
      { before: { sessions: 5 }, after: { sessions: 4 }, fields: expect.arrayContaining(['sessions']) },
    ],
  });
  const { files } = await app.must('authority.received', {});
  expect(files.find(({ id }) => id === receivedId)?.replacesId).toBe(
    files.find(({ current }) => !current)?.id,
  );
});

it('a first return has nothing to be held against, and pupils are shown to those who may see them', async () => {
  const [outcome] = await app.importPaths(app.put('first.csv', sentReturn([[1, 'SUSP', '2025-11-10', 5]])));
  const input = { receivedId: outcome?.receivedId ?? '' };
  expect(await app.run('authority.received-differences', input)).toMatchObject({
    error: { code: 'not-found', message: expect.stringContaining('replaced none') },
  });
  expect(await app.run('authority.received-differences', input, 'recorder')).toMatchObject({
    error: { code: 'not-permitted' },
  });
});
