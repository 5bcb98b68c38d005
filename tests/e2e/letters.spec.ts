import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import { oneSpaced, readPdfText } from '../documents/read-pdf-text.ts';
import { invoke, launchDemonstration } from './support/demonstration.ts';
import { answerDialogs, type RunningApp } from './support/launch.ts';

let running: RunningApp;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-letters-'));
  running = await launchDemonstration('2026-11-23');
});

test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

async function must<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
  const result = await invoke(running.page, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.value as OperationOutput<N>;
}

/** Types something into every gap that a person may fill, and gives the letter that results. */
async function filled(exclusionId: string, templateId: string): Promise<OperationOutput<'letters.open'>> {
  const open = await must('letters.open', { exclusionId, templateId });
  const wanting = open.gaps.filter(({ from, editable }) => from === 'missing' && editable);
  const gaps = Object.fromEntries(wanting.map(({ key, label }) => [key, `Typed for the test: ${label}`]));
  await must('letters.save', {
    exclusionId,
    templateId,
    gaps,
    ...(open.version === undefined ? {} : { version: open.version }),
  });
  return must('letters.open', { exclusionId, templateId });
}

test('the parents’ letter as PDF says, tagged and titled, what the record says', async () => {
  const { rows } = await must('exclusions.list', { state: 'issued', limit: 20 });
  const row = rows.find(
    ({ kind, startDate }) => kind === 'fixed-period' && (startDate ?? '') <= '2026-11-23',
  );
  if (!row) throw new Error('The demonstration has no fixed-period exclusion in force.');
  const { letters } = await must('letters.list', { exclusionId: row.id });
  // The first one is the one the case asks for, whether or not it was noted as sent.
  const told = letters.find((one) => one.templateId.startsWith('parents-'));
  if (!told) throw new Error('The case has no letter to the parents.');
  const letter = await filled(row.id, told.templateId);
  expect(letter.missing).toEqual([]);

  const path = join(folder, 'letter.pdf');
  await answerDialogs(running, { save: path });
  await must('letters.export', { exclusionId: row.id, templateId: told.templateId, format: 'pdf' });
  const bytes = readFileSync(path);
  expect(bytes.includes('/StructTreeRoot')).toBe(true);
  const pdf = await readPdfText(bytes);
  expect(pdf.title).toBe(letter.title);
  expect(pdf.pages).toBeLessThanOrEqual(2);
  const said = pdf.text.replaceAll(/Page \d of \d/g, '').replaceAll(' ', '');
  for (const line of letter.blocks.flatMap(({ lines }) => lines)) {
    const expected = oneSpaced(line.map(({ text }) => text).join(''));
    expect(said).toContain(expected.replaceAll(' ', ''));
  }
  expect(running.app.windows()).toHaveLength(1);
});
