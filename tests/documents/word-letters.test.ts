import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULE_SETS } from '#shared/domain/duties/rule-sets.ts';
import { LETTER_TEMPLATES } from '#shared/text/letters/letter-templates.ts';
import { writeLetter } from '#shared/text/letters/write-letter.ts';
import { checkLetterhead } from '#main/documents/check-letterhead.ts';
import { letterDocx } from '#main/documents/letter-docx.ts';
import { parentsLetterOf } from '#shared/domain/letters/letters-of.ts';
import { letterFacts, TYPED, type LetterCase } from '../builders/letter-facts.ts';
import { oneSpaced, readPdfText } from './read-pdf-text.ts';

const CASES: readonly Omit<LetterCase, 'ruleSet'>[] = [
  { halfDays: 5 },
  { halfDays: 12 },
  { halfDays: 2, exam: true },
  { halfDays: 6, termHalfDays: 31 },
  { kind: 'permanent', previous: true },
  { kind: 'lunchtime', halfDays: 3 },
  { halfDays: 4, follows: 'further', termHalfDays: 14 },
];

// `npm test` installs it where it can, and says so where it cannot.
const office = spawnSync('soffice', ['--version'], { encoding: 'utf8', timeout: 60_000 });

describe.skipIf(office.status !== 0)('LibreOffice', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'first-day-office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens the parents’ letters of every rule set as they are, and reads what the record says', async () => {
    const checked = checkLetterhead(readFileSync('resources/letters/letterhead.docx'));
    if (!checked.ok) throw new Error(checked.sentence);
    const letters = RULE_SETS.flatMap(({ id: ruleSet }) =>
      CASES.map((options, at) => {
        const facts = letterFacts({ ruleSet, ...options });
        const { id } = parentsLetterOf(facts);
        const { blocks, missing } = writeLetter(id, facts, TYPED);
        expect(missing).toEqual([]);
        return { file: join(folder, `${ruleSet}-${String(at)}`), title: LETTER_TEMPLATES[id].title, blocks };
      }),
    );
    for (const { file, title, blocks } of letters) {
      const letterhead = { schoolName: 'Hillside High School', lines: ['Hill Road', '01632 960100'] };
      writeFileSync(`${file}.docx`, letterDocx(checked.parts, { title, letterhead, blocks }));
    }
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const files = letters.map(({ file }) => `${file}.docx`);
    const converted = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    expect(converted.stderr).not.toMatch(/repair|corrupt|error/i);

    for (const { file, title, blocks } of letters) {
      const pdf = await readPdfText(readFileSync(`${file}.pdf`));
      expect(pdf.title).toBe(title);
      expect(pdf.pages).toBeLessThanOrEqual(2);
      expect(pdf.text).toContain('Hillside High School Hill Road · 01632 960100');
      for (const line of blocks.flatMap((block) => block.lines)) {
        // Kerning and the ends of lines may part words where the record does not.
        const said = oneSpaced(line.map(({ text }) => text).join('')).replaceAll(' ', '');
        expect(pdf.text.replaceAll(' ', '').replaceAll('Page1of2', '')).toContain(said);
      }
    }
  }, 180_000);
});
