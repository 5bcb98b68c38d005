import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationName } from '#shared/contract/contract.ts';
import { readTransferFile } from '#main/exchange/transfer-file.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { runWith } from '../builders/run-with.ts';
import { fieldsOf, operationNames } from './fields-of.ts';
import { HOSTILE, makeNamesHostile } from './hostile-names.ts';

// Every file that the program writes, made from a database in which each name is a formula, a script and a tag.

type Kind = 'zip' | 'csv' | 'xlsx' | 'docx' | 'html' | 'xml' | 'ics' | 'json';

interface Written {
  readonly operation: OperationName;
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

let app: TestApp;
let changed: readonly string[];
const files: Written[] = [];
const notWritten: string[] = [];

async function write(operation: OperationName, kind: Kind, input: object): Promise<boolean> {
  const path = join(app.folder, `${String(files.length)}.${kind}`);
  const printPdf = async (page: string) => Buffer.from(page);
  const answer = await runWith(app, { printPdf }, operation, {
    ...input,
    destination: app.fileId(path),
  });
  if (!answer.ok) notWritten.push(`${operation}: ${answer.error.message}`);
  else files.push({ operation, kind, bytes: readFileSync(path) });
  return answer.ok;
}

beforeAll(async () => {
  app = openTestApp();
  await app.must('setup.load-demonstration', {});
  const { rows } = await app.must('exclusions.list', { state: 'issued' });
  const { schools, periods } = await app.must('authority.not-sent', {});
  const placementId = await finishedReport();
  changed = await makeNamesHostile(app);
  const [period] = periods;
  const asked = { period: { from: period?.from, to: period?.to, name: HOSTILE.slice(0, 80) } };
  const laEstabs = schools.slice(0, 2).map(({ laEstab }) => laEstab);
  for (const [format, kind] of [
    ['docx', 'docx'],
    ['pdf', 'html'],
  ] as const) {
    await writeSomeLetter(
      rows.map(({ id }) => id),
      format,
      kind,
    );
    await write('stays.print-report', kind, { placementId, format: format === 'docx' ? 'word' : 'pdf' });
    const panel = { panelId: 'demo-panel-1', format: format === 'docx' ? 'word' : 'pdf' };
    for (const what of ['agenda', 'minutes']) await write('panel.print', kind, { ...panel, what });
    await write('authority.chase', kind, {
      ...asked,
      laEstabs: laEstabs.slice(0, format === 'docx' ? 1 : 2),
      format,
    });
  }
  for (const format of ['csv', 'xlsx'] as const) await write('authority.export-not-sent', format, { format });
  for (const [format, kind] of [
    ['csv', 'csv'],
    ['xlsx', 'xlsx'],
    ['pdf', 'html'],
  ] as const) {
    await write('support.export-grid', kind, { format });
    await write('authority.export-grids', kind, { format });
    for (const view of [
      { kind: 'comparison', measure: 'incidents', phase: 'secondary', by: 'school' },
      { kind: 'comparison', measure: 'days', phase: 'primary', by: 'cluster' },
      { kind: 'roll-up', by: 'school' },
    ])
      await write('authority.export-comparison', kind, { format, view });
  }
  for (const by of ['provider', 'school']) await write('authority.export-places', 'csv', { by });
  for (const source of ['own', 'returns']) await write('authority.export-conference', 'csv', { source });
  const days = { from: '2025-09-01', to: '2025-11-12' };
  await write('audit.export', 'csv', {});
  await write('transfer.export', 'json', { pupilId: rows[0]?.pupilId });
  await write('register.export', 'csv', days);
  await write('use.export', 'csv', days);
  await write('duties.export-calendar', 'ics', {});
  await write('privacy.subject-access', 'zip', { subject: { pupilId: rows[0]?.pupilId } });
  const held = Object.entries(unzipSync(files.at(-1)?.bytes ?? new Uint8Array()));
  for (const [name, bytes] of held) {
    if (name.endsWith('.pdf')) files.push({ operation: 'privacy.subject-access', kind: 'html', bytes });
  }
  await write('letters.write-letterhead', 'docx', {});
  const census = { kind: 'census', name: 'x', term: 'SPR', year: 2026, from: '2025-04-21', to: '2025-12-31' };
  await write('returns.export', 'csv', { period: census, format: 'csv' });
  await write('returns.export', 'xlsx', { period: census, format: 'xlsx' });
  await write('returns.export', 'xml', { period: census, format: 'authority-xml' });
}, 240_000);

afterAll(() => app.close());

/** The first letter of a case that may go as it is; what it says must agree with what is booked. */
async function writeSomeLetter(cases: readonly string[], format: string, kind: Kind): Promise<void> {
  for (const exclusionId of cases) {
    const { letters } = await app.must('letters.list', { exclusionId });
    for (const { templateId } of letters) {
      if (await write('letters.export', kind, { exclusionId, templateId, format })) {
        notWritten.splice(
          0,
          notWritten.length,
          ...notWritten.filter((one) => !one.startsWith('letters.export')),
        );
        return;
      }
    }
  }
}

/** A stay whose report is finished, with something to say. */
async function finishedReport(): Promise<string> {
  return app.services.store.write(async (db) => {
    const [placement] = await db.select().from(db.tables.placements).limit(1);
    const placementId = placement?.id ?? '';
    const text = { work: 'Fractions.', behaviour: 'Calm.', nextSteps: 'Meet.' };
    const finished = {
      finishedOn: '2025-11-12',
      finishedBy: 'Ms Tutor',
      updatedAt: app.services.clock.now(),
    };
    await db
      .insert(db.tables.stayReports)
      .values({ placementId, ...text, ...finished, version: 1 } as never)
      .onConflictDoNothing();
    return placementId;
  });
}

const of = (...kinds: readonly Kind[]) => files.filter(({ kind }) => kinds.includes(kind));

it('writes a file with each operation that can, from names that are hostile', () => {
  expect(notWritten).toEqual([]);
  expect(changed.length).toBeGreaterThan(20);
  const writing = operationNames.filter((name) => fieldsOf(name).has('destination'));
  const tried = new Set<string>(files.map(({ operation }) => operation));
  expect(writing.filter((name) => !tried.has(name)).toSorted()).toEqual(ELSEWHERE);
  expect(files.filter(({ bytes }) => asText(bytes).includes('evil.example')).length).toBeGreaterThan(10);
});

/** Files that hold nothing anybody typed, give back what was sent, or are JSON; the two of extracts are `csvList` as the others. */
const ELSEWHERE = [
  'authority.export-extract',
  'authority.save-quarantined',
  'authority.write-criteria',
  'authority.write-demonstration-returns',
  'returns.export-extract',
];

describe('spreadsheets', () => {
  it('have no CSV cell that is run as a formula', () => {
    expect(of('csv').length).toBeGreaterThan(8);
    for (const { operation, bytes } of of('csv')) {
      const rows = parse(strFromU8(bytes), { bom: true, relax_column_count: true });
      const run = rows
        .flat()
        .filter(
          (cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell),
        );
      expect([operation, run]).toEqual([operation, []]);
    }
  });

  it('have no formula, link or macro in a workbook: what looks like one is text', () => {
    expect(of('xlsx').length).toBeGreaterThan(3);
    for (const { operation, bytes } of of('xlsx')) {
      const parts = Object.entries(unzipSync(bytes));
      expect([
        operation,
        parts.filter(([name]) => /vba|externalLink|connections|embeddings/i.test(name)),
      ]).toEqual([operation, []]);
      for (const [name, part] of parts) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const tags = tagsOf(strFromU8(part));
        expect([
          operation,
          name,
          tags.filter((tag) => /^(\w+:)?(f|hyperlink|oleObject|ddeLink)$/.test(tag)),
        ]).toEqual([operation, name, []]);
        expect(strFromU8(part)).not.toMatch(/TargetMode="External"/);
      }
    }
  });
});

describe('documents', () => {
  it('are printed from pages with the tags of our own and no other, which load and run nothing', () => {
    expect(of('html').length).toBeGreaterThan(3);
    for (const { operation, bytes } of of('html')) {
      const page = strFromU8(bytes);
      const tags = Array.from(page.matchAll(/<\/?([a-zA-Z!][^\s>/]*)/g), ([, tag = '']) => tag.toLowerCase());
      expect([operation, [...new Set(tags)].filter((tag) => !OUR_TAGS.has(tag))]).toEqual([operation, []]);
      const attributes = Array.from(page.matchAll(/<[a-z][^>]*?\s([a-z-]+)=/g), ([, name = '']) => name);
      expect([operation, attributes.filter((name) => /^(on|src|href|style|srcset|data)/.test(name))]).toEqual(
        [operation, []],
      );
      expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    }
  });

  it('as Word files have the parts of their letterhead, and each name is text in them', () => {
    expect(of('docx').length).toBeGreaterThan(2);
    const empty = files.find(({ operation }) => operation === 'letters.write-letterhead');
    const letterhead = unzipSync(empty?.bytes ?? new Uint8Array());
    for (const { operation, bytes } of of('docx')) {
      const parts = unzipSync(bytes);
      expect([
        operation,
        Object.keys(parts)
          .filter((name) => !name.endsWith('/'))
          .toSorted(),
      ]).toEqual([operation, Object.keys(letterhead).toSorted()]);
      for (const [name, part] of Object.entries(parts)) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const known = new Set([
          ...tagsOf(strFromU8(letterhead[name] ?? new Uint8Array())),
          'w:br',
          'w:r',
          'w:t',
          'w:rPr',
          'w:b',
        ]);
        expect([operation, name, tagsOf(strFromU8(part)).filter((tag) => !known.has(tag))]).toEqual([
          operation,
          name,
          [],
        ]);
      }
      const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
      if (operation !== 'letters.write-letterhead')
        expect([operation, body.includes('{constructor}')]).toEqual([operation, true]);
    }
  });

  it('as XML are well formed, with each name as text', () => {
    expect(of('xml')).toHaveLength(1);
    for (const { bytes } of of('xml')) expect(tagsOf(strFromU8(bytes))).not.toContain('script');
  });

  it('as the file of a pupil who moves say one thing only, signed, with each name as text', () => {
    expect(of('json')).toHaveLength(1);
    for (const { bytes } of of('json')) {
      expect(readTransferFile(bytes).ok).toBe(true);
      expect(strFromU8(bytes).split('\n')).toHaveLength(2);
    }
  });

  it('as calendars have no line that a name brought in', () => {
    for (const { bytes } of of('ics')) {
      const lines = strFromU8(bytes)
        .replaceAll(/\r?\n[ \t]/g, '')
        .split(/\r?\n/)
        .filter((line) => line !== '');
      const names = new Set(lines.map((line) => line.split(/[:;]/, 1)[0] ?? ''));
      expect([...names].filter((name) => !/^[A-Z-]+$/.test(name) || name === 'ATTACH')).toEqual([]);
      expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(
        lines.filter((line) => line === 'BEGIN:VEVENT').length,
      );
      expect(lines.some((line) => line.includes('=1+1<b>'))).toBe(true);
    }
  });
});

const OUR_TAGS = new Set(
  '!doctype html head meta title style body header main article div p h1 h2 ul li dl dt dd table thead tbody tr th td svg text rect'.split(
    ' ',
  ),
);

/** The elements of an XML text. Throws where it is not well formed. */
function tagsOf(xml: string): readonly string[] {
  const tags: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => tags.push(name));
  parser.write(xml).close();
  return tags;
}

/** What a reader would find in a file; workbooks and Word files are zips. */
function asText(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('');
}
