import { expect, test } from '@playwright/test';
import { findClearText } from '../builders/find-clear-text.ts';
import { invoke, loadDemonstration, openAt } from './support/demonstration.ts';
import { launchApp } from './support/launch.ts';

test.setTimeout(240_000);

interface Listed {
  readonly rows: readonly { readonly upn?: string; readonly surname: string; readonly forename: string }[];
}

test('a day at the window leaves no pupil’s name or number in clear on the disk, caches of the engine included', async () => {
  const running = await launchApp();
  const { page, data } = running;
  await loadDemonstration(page);
  const { value } = await invoke(page, 'pupils.list', { text: '', limit: 200 });
  const { rows: pupils } = value as Listed;
  expect(pupils.length).toBeGreaterThan(100);
  for (const route of [
    'today',
    'pupils',
    'pupils/demo-pupil-0693',
    'record?pupil=demo-pupil-0527',
    'places',
  ]) {
    await openAt(page, route);
  }
  await page.reload();
  await openAt(page, 'pupils');
  await running.close();
  const texts = pupils.flatMap(({ upn, surname, forename }) => [
    ...(upn === undefined ? [] : [upn]),
    `${forename} ${surname}`,
    `${surname}, ${forename}`,
  ]);
  expect(findClearText(data, texts)).toEqual([]);
});
