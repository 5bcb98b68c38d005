import { existsSync } from 'node:fs';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { CliOptions } from './arguments.ts';
import { openCliApp } from './open-app.ts';
import { isJoined } from './open-office.ts';
import { UsageError } from './usage-error.ts';

type Verified = OperationOutput<'audit.verify'>;

/**
 * Checks every row of the audit trail and prints a line for each thing found. Changes no row. Exit code 0 when the trail
 * is whole, 1 when something was found or it could not be checked.
 */
export async function verifyAuditTrail(options: CliOptions): Promise<0 | 1> {
  // Opening would make one.
  if (options.shared === undefined && !isJoined(options) && !existsSync(options.database))
    throw new UsageError(`There is no database ${options.database}.`);
  const app = await openCliApp(options);
  try {
    // dispatch gives what the contract says of this operation.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const result = (await app.run('audit.verify', {})) as Result<Verified>;
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else process.stdout.write(result.ok ? report(result.value) : `${result.error.message}\n`);
    return result.ok && result.value.found === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

function report({ rows, older, found, findings, backups }: Verified): string {
  const checked = [
    `${rows} rows of the chain`,
    ...(older > 0 ? [`${older} rows from before it`] : []),
    `${backups} backups compared`,
  ].join(', ');
  if (found === 0) return `The audit trail is whole: ${checked}.\n`;
  const lines = findings.map(({ kind, rowId, toId, what }) => {
    const where =
      rowId === 0
        ? 'end'
        : toId === undefined || toId === rowId
          ? `row ${rowId}`
          : `rows ${rowId} to ${toId}`;
    return `${where}: ${kind}: ${what}`;
  });
  const more = found > findings.length ? [`and ${found - findings.length} more`] : [];
  return [`${found} findings in ${checked}:`, ...lines, ...more, ''].join('\n');
}
