import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-school.ts';

interface DutyRow {
  readonly key: string;
  readonly dueBy?: string;
  readonly owed?: boolean;
  readonly fulfilledOn?: string;
  readonly withoutDelay?: boolean;
}

let app: OfficeApp;
let exclusionId: string;
beforeEach(async () => {
  app = await openOfficeApp();
  exclusionId = await app.exclude(await app.pupil('Amara Okafor-Lee'), '2025-11-13 am');
});
afterEach(() => app.close());

const owe = ({ key, dueBy, owed = true, fulfilledOn, withoutDelay = false }: DutyRow) =>
  app.services.store.write((db) =>
    db.insert(db.tables.duties).values({
      exclusionId,
      key,
      party: 'parents',
      owedBy: 'school',
      basis: 'law',
      owed,
      withoutDelay,
      dueBy: dueBy ?? null,
      working: [],
      source: 'test',
      certainty: 'read',
      why: 'It is owed.',
      ...(fulfilledOn === undefined
        ? {}
        : {
            fulfilledOn,
            how: 'by phone',
            byWhom: 'Office',
            fulfilledBy: 'Test Person',
            fulfilledAt: '2025-11-12T12:00:00.000Z',
          }),
    }),
  );

const place = () => app.fileId(join(app.folder, 'deadlines.ics'));
const written = () => readFileSync(join(app.folder, 'deadlines.ics'), 'utf8').replaceAll('\r\n ', '');

describe('duties.export-calendar', () => {
  it('gives a governors’ clerk nothing of the office’s', async () => {
    await owe({ key: 'tell-parents-writing', dueBy: '2025-11-13' });
    await owe({ key: 'review-apply', dueBy: '2025-12-03' });
    const input = { destination: place() };
    const { deadlines } = await app.must('duties.export-calendar', input, 'governor-clerk');
    expect(deadlines).toBe(1);
    expect(written()).not.toContain('Tell the parents');
  });

  it('writes what is owed, not done and has a day, under initials and form', async () => {
    await owe({ key: 'tell-parents-writing', dueBy: '2025-11-13', withoutDelay: true });
    await owe({ key: 'tell-parents-phone', dueBy: '2025-11-13', fulfilledOn: '2025-11-12' });
    await owe({ key: 'governors-meeting', dueBy: '2025-12-03' });
    await owe({ key: 'tell-authority', dueBy: '2025-11-13', owed: false });
    await owe({ key: 'decision-letter' });
    const { fileName, deadlines } = await app.must('duties.export-calendar', { destination: place() });
    expect({ fileName, deadlines }).toEqual({ fileName: 'deadlines.ics', deadlines: 2 });
    const text = written();
    expect(text.match(/^UID:.*$/gm)?.map((line) => line.trim())).toEqual([
      `UID:${exclusionId}.tell-parents-writing@first-day`,
      `UID:${exclusionId}.governors-meeting@first-day`,
    ]);
    expect(text).toMatch(/SUMMARY:Tell the parents in writing: A\. O\.\\, 9B/);
    expect(text).toContain('DTSTART;VALUE=DATE:20251203');
    expect(text).toContain('without delay');
  });

  it('holds no name and no UPN, and says at the end of each entry that it leaves First Day’s protection', async () => {
    await owe({ key: 'tell-parents-writing', dueBy: '2025-11-13' });
    await app.must('duties.export-calendar', { destination: place() });
    const text = written();
    expect(text).not.toMatch(/Amara|Okafor|A0000000/);
    expect(text).toMatch(/DESCRIPTION:.*left First Day’s protection.*bring it up to date\./);
  });

  it('leaves out drafts, and is an empty calendar when nothing is owed', async () => {
    exclusionId = await app.exclude(await app.pupil('Ben Brown'), '2025-11-17 am', { state: 'draft' });
    await owe({ key: 'tell-parents-writing', dueBy: '2025-11-17' });
    expect(await app.must('duties.export-calendar', { destination: place() })).toMatchObject({
      deadlines: 0,
    });
    expect(written()).not.toContain('VEVENT');
  });

  it('leaves an audit row with the number and the file, without names', async () => {
    await owe({ key: 'tell-parents-writing', dueBy: '2025-11-13' });
    await app.must('duties.export-calendar', { destination: place() });
    const [row] = await app.audit();
    expect(row).toMatchObject({
      operation: 'duties.export-calendar',
      detail: { fileName: 'deadlines.ics', deadlines: 1 },
    });
    expect(JSON.stringify(row)).not.toContain('Okafor');
  });

  it('writes nothing when no place was chosen or the school is not set up', async () => {
    expect(await app.run('duties.export-calendar', {})).toMatchObject({ error: { code: 'cancelled' } });
    await app.services.store.write((db) => db.delete(db.tables.workspace));
    expect(await app.run('duties.export-calendar', { destination: place() })).toMatchObject({
      error: { code: 'not-set-up' },
    });
  });

  it('is not for a provider’s staff', async () => {
    expect(await app.run('duties.export-calendar', {}, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
