import { existsSync } from 'node:fs';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { backupReasonWords, countedKindWords } from '#shared/text/backup-words.ts';
import type { CliOptions } from './arguments.ts';
import { givenRecoveryKey } from './unlock-first.ts';
import { openCliApp, type CliApp } from './open-app.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

type Ask = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
) => Promise<Result<OperationOutput<N>>>;

type Listed = OperationOutput<'backups.list'>['backups'][number];

/** Makes a backup and says where it lies. */
export const makeBackupNow = (options: CliOptions): Promise<0 | 1> =>
  withApp(options, async (ask) => {
    const made = await ask('backups.make', {});
    return said(made, ({ backup }) => `${lineOf(backup)}\n`);
  });

/** A line for each backup, the newest first; `--file folder=PATH` looks there too. */
export const listBackupsNow = (options: CliOptions): Promise<0 | 1> =>
  withApp(options, async (ask, input) => {
    const listed = await ask('backups.list', folderOf(input));
    return said(listed, ({ backups }) =>
      backups.length === 0 ? 'There is no backup yet.\n' : backups.map((one) => `${lineOf(one)}\n`).join(''),
    );
  });

/** Restores the backup of that name, or with `--rehearse` only tries it in a copy. */
export const restoreNow = (options: CliOptions): Promise<0 | 1> =>
  withApp(options, async (ask, input) => {
    const name = options.operation;
    if (name === undefined) throw new UsageError('Which backup? “backups” lists them.');
    const listed = await ask('backups.list', folderOf(input));
    if (!listed.ok) return said(listed, () => '');
    const found = listed.value.backups.find(({ backupId }) => backupId === name || nameOf(backupId) === name);
    if (!found) throw new UsageError(`There is no backup “${name}”. “backups” lists them.`);
    const which = { ...input, backupId: found.backupId };
    if (options.rehearse) {
      return said(await ask('backups.rehearse', which), ({ kinds, migrated }) =>
        [
          `${found.backupId} can be restored${migrated ? ', brought to this version' : ''}. In it are:`,
          ...kinds.map(({ kind, rows }) => `  ${countedKindWords(kind)}: ${String(rows)}`),
          '',
        ].join('\n'),
      );
    }
    return said(
      await ask('backups.restore', which),
      ({ at, wayBack, erasuresRepeated }) =>
        `Restored the backup of ${at}.${erasuresRepeated > 0 ? ` ${String(erasuresRepeated)} erasures since were repeated.` : ''} What was there before: ${wayBack ?? 'no backup'}.\n`,
    );
  });

/** Recovers a damaged database, or with `--rehearse` only says what can be. */
export const recoverNow = (options: CliOptions): Promise<0 | 1> =>
  withApp(options, async (ask, input, app) => {
    // A place that only some work comes to is found here.
    await app.services.backups?.checkNow();
    const outcome = options.rehearse
      ? await ask('recovery.preview', input)
      : await ask('recovery.recover', input);
    return said(outcome, ({ backupAt, readable, kinds, ...done }) =>
      [
        backupAt === undefined ? 'No backup could be used.' : `The backup of ${backupAt} is good.`,
        readable
          ? 'The damaged file was read as far as it goes:'
          : 'Nothing of the damaged file can be read:',
        ...kinds.map(
          ({ kind, rows, added, newer, keptOlder, lost, certain }) =>
            `  ${countedKindWords(kind)}: ${String(rows)} (${String(added)} new, ${String(newer)} newer, ${String(keptOlder)} as in the backup, ${String(lost)} lost${certain ? '' : ', perhaps others'})`,
        ),
        ...('report' in done ? [`The report is ${String(done.report)}.`] : []),
        '',
      ].join('\n'),
    );
  });

const folderOf = ({ folder }: Given) => (folder === undefined ? {} : { folder });

const nameOf = (backupId: string): string => backupId.slice(backupId.indexOf(':') + 1);

function lineOf({ backupId, at, reason, pupils, exclusions, bytes, whole }: Listed): string {
  const size = `${(bytes / 1_048_576).toFixed(1)} MB`;
  const state = whole ? '' : '; DAMAGED';
  return `${backupId}  ${at}  ${size}  ${String(pupils)} pupils, ${String(exclusions)} exclusions  ${backupReasonWords(reason)}${state}`;
}

function said<T>(result: Result<T>, words: (value: T) => string): 0 | 1 {
  process.stdout.write(result.ok ? words(result.value) : `${result.error.message}\n`);
  return result.ok ? 0 : 1;
}

interface Given {
  readonly folder?: string;
  readonly secret?: { readonly recoveryKey: string };
}

async function withApp(
  options: CliOptions,
  work: (ask: Ask, input: Given, app: CliApp) => Promise<0 | 1>,
): Promise<0 | 1> {
  // Opening would make an empty one, but for a recovery there need be none any more.
  const mayBeNew = ['recover', 'restore'].includes(options.command) || options.files.length > 0;
  if (!mayBeNew && !existsSync(options.database))
    throw new UsageError(`There is no database ${options.database}.`);
  // For the database, if it is locked, and for a backup under another key.
  const recoveryKey = givenRecoveryKey(options.recoveryKeyFd);
  const app: CliApp = await openCliApp({ ...options, recoveryKeyFd: undefined }, recoveryKey);
  try {
    const ask: Ask = async (name, input) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- dispatch gives what the contract says
      (await app.run(name, input)) as Result<OperationOutput<typeof name>>;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object of file ids; dispatch checks it
    const folder = readInput(options, app.services.files) as { readonly folder?: string };
    return await work(
      ask,
      { ...folder, ...(recoveryKey === undefined ? {} : { secret: { recoveryKey } }) },
      app,
    );
  } finally {
    await app.close();
  }
}
