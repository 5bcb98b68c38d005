import type { OperationOutput } from '#shared/contract/contract.ts';
import { countedKindWords } from '#shared/text/backup-words.ts';
import type { RecoveredKind } from './to-recovered-kinds.ts';

type Outcome = OperationOutput<'recovery.preview'>;

/** The report that stays beside the recovered database: counts and instants only, no names. */
export function recoveryReport(
  { backupAt, readable, kinds }: Outcome,
  { at, setAside }: { readonly at: string; readonly setAside: string | undefined },
): string {
  return [
    `First Day: recovery of the database, ${at}`,
    '',
    backupAt === undefined ? 'No backup could be used.' : `The backup of ${backupAt} was used.`,
    readable
      ? 'What could be read of the damaged file went in over it.'
      : 'Nothing of the damaged file could be read: what was entered after the backup is not there.',
    setAside === undefined ? 'There was no file to set aside.' : `The damaged file was kept as ${setAside}.`,
    '',
    ...kinds.map(kindLine),
    '',
  ].join('\n');
}

/** One kind in a line: what is there, and what of it is not as it was. */
function kindLine({
  kind,
  rows,
  added,
  newer,
  keptOlder,
  lost,
  orphans,
  removed,
  certain,
}: RecoveredKind): string {
  const parts = [
    [added, 'new since the backup'],
    [newer, 'newer than in the backup'],
    [keptOlder, 'not readable, as in the backup'],
    [lost, 'lost'],
    [orphans, 'left out, as what they belong to is lost'],
    [removed, 'removed since the backup'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${String(count)} ${words}`);
  const unsure = certain ? [] : ['it cannot be told whether others are missing'];
  return `${countedKindWords(kind)}: ${String(rows)}${[...told, ...unsure].map((part) => `; ${part}`).join('')}.`;
}
