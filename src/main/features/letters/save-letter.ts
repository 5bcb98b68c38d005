import { refuse, type Result } from '#shared/kernel/result.ts';
import type { GapDefinition } from '#shared/domain/letters/types.ts';
import { GAPS } from '#shared/text/letters/gap-definitions.ts';
import { writeLetterRecord, type LetterRecord } from '../../storage/repositories/letters.ts';
import type { Handler } from '../context.ts';
import { knownLetter } from './open-letter.ts';
import { readLetterCase } from './read-letter-case.ts';

/** Keeps what was typed into a letter's gaps. What the record alone fills cannot be typed over. */
export const saveLetter: Handler<'letters.save'> = (context, input) =>
  context.change(async (db) => {
    const { clock, newId, session } = context;
    const id = knownLetter(input.templateId);
    if (!id.ok) return id;
    const { exclusionId, gaps } = input;
    const locked = Object.keys(gaps).filter((key) => !isTyped(key));
    if (locked.length > 0) {
      return refuse(
        'invalid-input',
        `Nothing was saved: this comes from the record and is put right there (${locked.join(', ')}).`,
        { fields: locked.map((key) => ({ path: `gaps.${key}`, message: 'This comes from the record.' })) },
      );
    }
    const read = await readLetterCase(db, context, exclusionId, clock.today());
    if (!read.ok) return read;
    const before = read.value.letters.get(id.value);
    const current = sameVersion(before, input.version);
    if (!current.ok) return current;
    const typed = Object.fromEntries(Object.entries(gaps).filter(([, text]) => text.trim() !== ''));
    const version = (before?.version ?? 0) + 1;
    await writeLetterRecord(db, {
      id: before?.id ?? newId(),
      exclusionId,
      templateId: id.value,
      gaps: typed,
      updatedBy: session.userName,
      updatedAt: clock.now(),
      version,
    });
    return {
      ok: true,
      value: {
        value: { version },
        audit: {
          subjectType: 'exclusion',
          subjectId: exclusionId,
          detail: { letter: id.value, before: before?.gaps ?? null, after: typed },
        },
      },
    };
  });

function isTyped(key: string): boolean {
  const gaps: Readonly<Record<string, GapDefinition>> = GAPS;
  return Object.hasOwn(gaps, key) && gaps[key]?.policy !== 'record';
}

/** Refused when somebody else saved the letter since it was opened. */
export function sameVersion(
  before: LetterRecord | undefined,
  version: number | undefined,
): Result<undefined> {
  if (before?.version === version) return { ok: true, value: undefined };
  const who = before === undefined ? 'Somebody' : before.updatedBy;
  return refuse(
    'conflict',
    `${who} has changed this letter since it was opened. Nothing was changed. Open it again and check it.`,
  );
}
