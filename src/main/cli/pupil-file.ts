import { resolve } from 'node:path';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import { normaliseUpn } from '#shared/domain/pupils/upn.ts';
import type { Result } from '#shared/kernel/result.ts';
import { formatHalfDays } from '#shared/text/exclusion-words.ts';
import { LEAVES_PROTECTION, sayHalfDays, sayTerm } from '#shared/text/transfer-words.ts';
import type { CliOptions } from './arguments.ts';
import { openCliApp, type CliApp } from './open-app.ts';
import { terminalJson, terminalLine } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';

/**
 * `pupil-file export UPN PATH` writes a pupil's file for the next school; `pupil-file import PATH` takes one over, with
 * `--rehearse` only says what would count. Exit code 1 when it was refused.
 */
export async function pupilFile(options: CliOptions): Promise<0 | 1> {
  const [what, ...rest] = options.paths;
  const [first, path] = rest;
  const exporting = what === 'export' && first !== undefined && path !== undefined && rest.length === 2;
  const importing = what === 'import' && first !== undefined && rest.length === 1;
  if (!exporting && !importing)
    throw new UsageError('pupil-file export UPN PATH, or pupil-file import PATH.');
  const app = await openCliApp(options);
  try {
    return exporting ? await write(app, options, first, path) : await take(app, options, first);
  } finally {
    await app.close();
  }
}

async function write(app: CliApp, options: CliOptions, upn: string, path: string): Promise<0 | 1> {
  const wanted = normaliseUpn(upn);
  const found = await ask(app, 'pupils.list', { text: wanted, roll: 'all', withYears: false });
  if (!found.ok) return refused(found, options);
  const pupil = found.value.rows.find((row) => row.upn === wanted);
  if (pupil === undefined) throw new UsageError(`Nobody on the roll has the UPN ${wanted}.`);
  const { fileId } = app.services.files.register(resolve(path), 'write');
  const written = await ask(app, 'transfer.export', { pupilId: pupil.id, destination: fileId });
  if (!written.ok) return refused(written, options);
  const { fileName, yearHalfDays, fingerprint } = written.value;
  return say(options, written.value, [
    `Written: ${fileName}, ${sayHalfDays(yearHalfDays)} out this school year. Signed with ${fingerprint}.`,
    LEAVES_PROTECTION,
  ]);
}

async function take(app: CliApp, options: CliOptions, path: string): Promise<0 | 1> {
  const { fileId } = app.services.files.register(resolve(path));
  const seen = await ask(app, 'transfer.preview', { fileId });
  if (!seen.ok) return refused(seen, options);
  const { from, pupil, key, terms, outcome, sha256, typed } = seen.value;
  const about = [
    `${pupil.name}, ${pupil.upn}, from ${from.name} (${from.laEstab}), written ${from.madeAt}. Signed with ${key.fingerprint}, ${key.standing}.`,
    ...terms.map(
      (term) => `  ${sayTerm(term)}: ${sayHalfDays(term.before)} now, ${sayHalfDays(term.after)} with it`,
    ),
    ...typed.map(
      (row) =>
        `  typed by hand, ${sayTerm(row)}: ${formatHalfDays(row.halfDays)} (${row.source}), ${row.becomes}`,
    ),
  ];
  if (options.rehearse) return say(options, seen.value, [`Would be ${outcome}: ${about.join('\n')}`]);
  const taken = await ask(app, 'transfer.import', {
    fileId,
    sha256,
    ...(options.fingerprint === undefined ? {} : { fingerprint: options.fingerprint }),
    ...(options.typed === undefined
      ? {}
      : {
          typed: typed
            .filter(({ becomes }) => becomes === 'asked')
            .map(({ schoolYear, term }) => ({ schoolYear, term, count: options.typed === 'count' })),
        }),
  });
  if (!taken.ok) return refused(taken, options);
  const what = {
    taken: 'Taken over',
    replaced: 'Taken over in place of the one before',
    same: 'Here already',
  };
  return say(options, taken.value, [`${what[taken.value.outcome]}: ${about[0] ?? ''}`]);
}

// dispatch gives what the contract says of the operation.
const ask = <N extends OperationName>(
  app: CliApp,
  name: N,
  input: OperationInput<N>,
): Promise<Result<OperationOutput<N>>> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  app.run(name, input) as Promise<Result<OperationOutput<N>>>;

function say({ json }: CliOptions, value: object, lines: readonly string[]): 0 {
  const text = lines.flatMap((line) => line.split('\n')).map(terminalLine);
  process.stdout.write(json ? `${terminalJson(value)}\n` : `${text.join('\n')}\n`);
  return 0;
}

function refused(result: Extract<Result<unknown>, { readonly ok: false }>, { json }: CliOptions): 1 {
  const { message, problems = [], fields = [] } = result.error;
  const more = [
    ...problems.map((one) => `  ${one.message} ${one.remedy}`),
    ...fields.map((one) => `  ${one.message}`),
  ];
  const text = [message, ...more].map(terminalLine).join('\n');
  process.stdout.write(json ? `${terminalJson(result)}\n` : `${text}\n`);
  return 1;
}
