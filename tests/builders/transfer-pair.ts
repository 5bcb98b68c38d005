import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import type { Result } from '#shared/kernel/result.ts';
import { openExclusionApp, type ExclusionApp, type PupilOptions } from './exclusion-school.ts';
import type { SchoolOptions } from './school.ts';

type Chosen = Omit<OperationInput<'transfer.import'>, 'fileId'>;

/** A school with a database of its own, for tests of pupils who move. */
export interface MovingSchool extends ExclusionApp {
  /** The pupil of all these tests, who has the same number at every school; gives the id. */
  kai(options?: PupilOptions): Promise<string>;
  /** Writes the pupil's file and gives its bytes. */
  handOn(pupilId: string): Promise<Buffer>;
  preview(bytes: Buffer, chosen?: Chosen): Promise<Result<OperationOutput<'transfer.preview'>>>;
  /** Imports after having compared the key, unless told otherwise. */
  take(bytes: Buffer, chosen?: Chosen): Promise<Result<OperationOutput<'transfer.import'>>>;
  /** Half days at earlier schools as "2025 autumn 80". */
  earlier(pupilId: string): Promise<readonly string[]>;
  /** Half days of the present school year, earlier schools among them. */
  yearTotal(pupilId: string): Promise<number>;
}

export async function openMovingSchool(options: SchoolOptions): Promise<MovingSchool> {
  const app = await openExclusionApp(options);
  let files = 0;
  const fileOf = (bytes: Buffer): string => {
    const path = join(app.folder, `came-${String((files += 1))}.pupil.json`);
    writeFileSync(path, bytes);
    return app.fileId(path);
  };
  const preview: MovingSchool['preview'] = (bytes, chosen = {}) =>
    app.run('transfer.preview', { fileId: fileOf(bytes), ...chosen });
  return {
    ...app,
    kai: async (more) => {
      const id = await app.pupil('Kai Moreau', more);
      await app.services.store.write(async (db) => {
        const { pupils } = db.tables;
        const [kai] = await db.select().from(pupils).where(eq(pupils.id, id));
        if (kai === undefined) throw new Error('Kai is not on the roll');
        await db
          .update(pupils)
          .set({ searchText: pupilSearchText(kai) })
          .where(eq(pupils.id, id));
      });
      return id;
    },
    handOn: async (pupilId) => {
      const path = join(app.folder, `goes-${String((files += 1))}.pupil.json`);
      await app.must('transfer.export', { pupilId, destination: app.fileId(path) });
      return readFileSync(path);
    },
    preview,
    take: async (bytes, chosen = {}) => {
      const seen = await preview(bytes, chosen);
      if (!seen.ok) return seen;
      const { sha256, key } = seen.value;
      const fingerprint = key.fingerprint;
      return app.run('transfer.import', { fileId: fileOf(bytes), sha256, fingerprint, ...chosen });
    },
    earlier: async (pupilId) =>
      (await app.must('pupils.get', { pupilId })).earlier.map(
        ({ schoolYear, term, halfDays }) => `${String(schoolYear)} ${term} ${String(halfDays)}`,
      ),
    yearTotal: async (pupilId) => (await app.must('pupils.get', { pupilId })).years[0]?.halfDays ?? 0,
  };
}

/** What an operation gave; a refusal fails the test with its sentence. */
export async function mustBe<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
