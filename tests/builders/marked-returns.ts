import type { Db } from '#main/storage/store.ts';
import { NOW } from './database.ts';
import { MARK, MARKED, type Where } from './marked-names.ts';

/** What returns, sent, received and refused, have of the marked pupil. */
export async function addMarkedReturns(
  db: Db,
  { laEstab, day, schoolId }: Pick<Where, 'laEstab' | 'day' | 'schoolId'>,
): Promise<void> {
  const t = db.tables;
  const { upn, surname, forename, dob } = MARKED;
  await db.insert(t.receivedReturns).values({
    id: 'marked-return',
    laEstab,
    schoolName: 'School',
    periodFrom: '2023-09-01',
    periodTo: '2023-12-30',
    periodName: 'Test',
    periodKind: 'dates',
    format: 'authority-xml',
    fileName: 'f.xml',
    sha256: 'marked-sha',
    createdAt: NOW,
    nil: false,
    current: true,
    counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 2 },
    receivedBy: 'Authority',
    receivedAt: NOW,
  });
  const one = {
    returnId: 'marked-return',
    laEstab,
    schoolYear: 2025,
    counts: true,
    upn,
    surname,
    forename,
    sex: 'M',
    dob,
    ncYear: '11',
    onRoll: true,
    category: 'SUSP',
    reasons: ['PP'],
    startDate: day,
    sessions: 2,
    inCare: true,
    senProvision: 'K',
    ethnicity: 'WBRI',
    fsm: true,
  };
  await db.insert(t.receivedExclusions).values([
    { ...one, position: 1, explanations: { r: `${MARK} explained` } },
    { ...one, position: 2 },
  ]);
  await db.insert(t.returns).values({
    id: 'marked-sent',
    schoolId,
    periodFrom: '2023-09-01',
    periodTo: '2023-12-30',
    periodName: 'Test',
    periodKind: 'dates',
    version: 1,
    format: 'authority-xml',
    fileName: 'f.xml',
    sha256: 'sha',
    nil: false,
    counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 2 },
    exportedBy: 'Office',
    exportedAt: NOW,
    document: [{ upn, surname, forename, category: 'SUSP', startDate: day, reasons: ['PP'] }],
  });
  await db.insert(t.quarantinedFiles).values({
    id: 'marked-file',
    fileName: 'refused.xml',
    sha256: 'refused-sha',
    size: 10,
    content: Buffer.from(`<upn>${upn}</upn><name>${surname}</name>`).toString('base64'),
    message: 'Refused',
    problems: [{ severity: 'error', message: 'x', remedy: 'y', value: upn }],
    attempts: 1,
    refusedAt: NOW,
    refusedBy: 'Authority',
  });
}
