import { readArguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';
import { listBackupsNow, makeBackupNow, recoverNow, restoreNow } from './backups.ts';
import { runBatch } from './batch.ts';
import { callOperation } from './call.ts';
import { runDoctor } from './doctor.ts';
import { importGrids } from './import-grids.ts';
import { importReturns } from './import-returns.ts';
import { describeOperations } from './operations.ts';
import { SignInRefusedError } from './sign-in-first.ts';
import { describeError } from '../platform/log.ts';
import { pupilFile } from './pupil-file.ts';
import { sharedDatabase } from './shared-database/shared-database.ts';
import { verifyAuditTrail } from './verify-audit.ts';
import { StoreUnusableError } from '../storage/store.ts';

const HELP = `First Day from the command line: the same operations as the window.

  operations                     every operation with its kind, permission and JSON Schemas
  call OPERATION [options]       run one; prints the Result as JSON
  batch [options]                run many: one {"operation","input"} a line, one Result a line
  import-returns PATH... [options]  take schools' returns: files, folders, archives; a line a file
  import-grids PATH... [options]  take schools' grids of pupils at risk in the same way
  pupil-file export UPN PATH     a pupil's exclusion days, placements and support as a file for the next school
  pupil-file import PATH         take over such a file; --rehearse only says what would count
  backup [options]               make a backup now
  backups [options]              the backups there are; --file folder=PATH looks in that folder too
  restore NAME [options]         put a backup in the place of the database; what is there now is backed up first
  recover [options]              recover a damaged database from the newest backup and what can be read
  shared-database create --url URL ...   set up a database for several PCs on a PostgreSQL server; also add-school,
                     update (docs/shared-database.md)
  verify-audit [options]         check every row of the audit trail; a line for each thing found
  doctor [options]               look a shared database and its server over; a line for everything, with what to do

Options
  --data FILE|-      the input as JSON (batch: JSON lines); - reads standard input
  --file KEY=PATH    a file for the input's KEY; may be repeated
  --database PATH    default: the window's database
  --shared FILE      work on the shared database of this join file; default: the one that the window's PC has joined
  --url URL          shared-database: postgres://OWNER@HOST[:PORT]/DATABASE; the owner's password comes from a prompt,
                     --owner-password-fd or FIRST_DAY_OWNER_PASSWORD
  --ca FILE          shared-database: the certificate authority of the server, where the PC does not know it
  --authority CODE, --head NAME, --administrator NAME, --name NAME, --join FILE
                     shared-database: whose records they are, who is let in first, and the file for joining
  --user NAME        who signs in; the password comes from a prompt, from --password-fd or from FIRST_DAY_PASSWORD
  --password-fd N    read the password from this open file (for example 3, with 3<password.txt)
  --recovery-key-fd N  open a locked database with the recovery key from this file; else FIRST_DAY_RECOVERY_KEY, or the
                     password of --user
  --as ROLE          work in this one of your roles: recorder, decider, provider-staff, governor-clerk, authority,
                     administrator. Without signing in only in a demonstration, and to set up an empty database
  --today DATE       believe in another day, YYYY-MM-DD
  --watch            import-returns: go on with files that come or change, until Ctrl+C
  --json             import-returns, import-grids: one JSON object a file; verify-audit: the Result; doctor: the lines
  --rehearse         restore, recover, pupil-file: only try it in a copy and say what comes of it
  --key FINGERPRINT  pupil-file import: the school's signing key, once it was compared with the school
  --typed WHICH      pupil-file import: days typed by hand, count (of yet another school) or replace (told in the file)
  --again            shared-database move-in: take back a move that was broken off, and begin anew
  --school LAESTAB   import-returns: take only returns of this school; shared-database: the school's records

Exit codes: 0 done, 1 refused (the Result says why), 2 wrong usage.
`;

/** Exit codes: 0 done, 1 refused, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const options = readArguments(argv);
  switch (options.command) {
    case 'operations':
      process.stdout.write(`${JSON.stringify(describeOperations(), null, 2)}\n`);
      return 0;
    case 'call':
      return callOperation(options);
    case 'batch':
      return runBatch(options);
    case 'import-returns':
      return importReturns(options);
    case 'pupil-file':
      return pupilFile(options);
    case 'import-grids':
      return importGrids(options);
    case 'verify-audit':
      return verifyAuditTrail(options);
    case 'doctor':
      return runDoctor(options);
    case 'backup':
      return makeBackupNow(options);
    case 'backups':
      return listBackupsNow(options);
    case 'restore':
      return restoreNow(options);
    case 'recover':
      return recoverNow(options);
    case 'shared-database':
      return sharedDatabase(options);
    case 'help':
      process.stdout.write(HELP);
      return argv.length === 0 ? 2 : 0;
    default:
      throw new UsageError(`There is no command “${options.command}”.`);
  }
}

// Whoever reads our output may stop reading (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportFailure(error);
}

/** Sentences of ours as they are; of anything unexpected no message, which may quote a record. Gives the exit code. */
function reportFailure(error: unknown): 1 | 2 {
  if (error instanceof SignInRefusedError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nRun without arguments for help.\n`);
    return 2;
  }
  if (error instanceof StoreUnusableError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`Something went wrong in the program.\n${describeError(error)}\n`);
  if (process.env['FIRST_DAY_DEBUG']) process.stderr.write(`${String(error)}\n`);
  return 1;
}
