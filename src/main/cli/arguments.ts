import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#shared/permissions/roles.ts';
import { isIsoDate } from '#shared/kernel/plain-date.ts';
import { databaseFile, dataFolder } from '../platform/data-folder.ts';
import { UsageError } from './usage-error.ts';

export interface CliOptions {
  readonly command: string;
  readonly operation: string | undefined;
  /** Everything after the command. */
  readonly paths: readonly string[];
  readonly watch: boolean;
  readonly json: boolean;
  /** `--rehearse`: restore and recover only try. */
  readonly rehearse: boolean;
  /** `--key`: of a school's signing key, once it was compared with the school. */
  readonly fingerprint: string | undefined;
  /** `--typed`: whether days typed by hand count beside a pupil's file, or are told by it. */
  readonly typed: 'count' | 'replace' | undefined;
  /** The only school whose returns are taken, seven figures. */
  readonly school: string | undefined;
  /** A file with JSON, `-` for standard input, undefined for an empty object. */
  readonly data: string | undefined;
  readonly database: string;
  /** Whether `--database` was given: then a shared database that this PC has joined is left alone. */
  readonly databaseGiven: boolean;
  /** `--shared`: the join file of a shared database to work on. */
  readonly shared: string | undefined;
  /** `--as`: the role to work in, of those the person has. */
  readonly role: Role | undefined;
  /** For `shared-database`, see `shared-database.ts`. */
  readonly setUp: SetUpOptions;
  /** `--user`: who signs in. */
  readonly userName: string | undefined;
  /** `--password-fd`: where the password is read from; never from an argument. */
  readonly passwordFd: number | undefined;
  /** `--recovery-key-fd`: where the recovery key is read from; never from an argument. */
  readonly recoveryKeyFd: number | undefined;
  /** `key=path` pairs: files that the operation's input names by key. */
  readonly files: readonly (readonly [key: string, path: string])[];
  /** The day to believe in instead of the PC's. */
  readonly today: string | undefined;
}

/** What setting up a shared database is told. */
export interface SetUpOptions {
  /** `--url`: the server, the database and its owner. */
  readonly url: string | undefined;
  /** `--ca`: a file with the certificate authority of the server, PEM. */
  readonly ca: string | undefined;
  /** `--name`: what people call it. */
  readonly name: string | undefined;
  /** `--join`: where the file for joining is written. */
  readonly join: string | undefined;
  readonly head: string | undefined;
  /** `--authority`: its code, three figures. */
  readonly authority: string | undefined;
  readonly administrator: string | undefined;
  /** `--again`: a move that was broken off begins anew. */
  readonly again: boolean;
  /** `--owner-password-fd`: where the owner's password is read from. */
  readonly ownerPasswordFd: number | undefined;
}

/** Reads the command line; throws `UsageError` with a sentence for what it cannot use. */
export function readArguments(argv: readonly string[]): CliOptions {
  const { values, positionals } = parse(argv);
  const role = ROLES.find((known) => known === values.as);
  if (values.as !== undefined && !role)
    throw new UsageError(`There is no role “${values.as}”. Roles: ${ROLES.join(', ')}.`);
  if (values.today !== undefined && !isIsoDate(values.today))
    throw new UsageError('--today takes a day, YYYY-MM-DD.');
  if (values.shared !== undefined && values.database !== undefined)
    throw new UsageError('Give --database or --shared, not both.');
  return {
    command: positionals[0] ?? 'help',
    operation: positionals[1],
    paths: positionals.slice(1),
    watch: values.watch,
    json: values.json,
    rehearse: values.rehearse,
    fingerprint: values.key,
    typed: readTyped(values.typed),
    school: values.school,
    data: values.data,
    database: values.database ?? databaseFile(dataFolder()),
    databaseGiven: values.database !== undefined,
    shared: values.shared,
    role,
    setUp: {
      url: values.url,
      ca: values.ca,
      name: values.name,
      join: values.join,
      head: values.head,
      authority: values.authority,
      administrator: values.administrator,
      again: values.again,
      ownerPasswordFd: readDescriptor(values['owner-password-fd'], '--owner-password-fd'),
    },
    userName: values.user,
    passwordFd: readDescriptor(values['password-fd'], '--password-fd'),
    recoveryKeyFd: readDescriptor(values['recovery-key-fd'], '--recovery-key-fd'),
    files: values.file.map(readPair),
    today: values.today,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        database: { type: 'string' },
        url: { type: 'string' },
        ca: { type: 'string' },
        name: { type: 'string' },
        join: { type: 'string' },
        head: { type: 'string' },
        authority: { type: 'string' },
        administrator: { type: 'string' },
        'owner-password-fd': { type: 'string' },
        shared: { type: 'string' },
        as: { type: 'string' },
        user: { type: 'string' },
        'password-fd': { type: 'string' },
        'recovery-key-fd': { type: 'string' },
        file: { type: 'string', multiple: true, default: [] },
        today: { type: 'string' },
        watch: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        rehearse: { type: 'boolean', default: false },
        key: { type: 'string' },
        typed: { type: 'string' },
        again: { type: 'boolean', default: false },
        school: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options could not be read.');
  }
}

function readTyped(text: string | undefined): CliOptions['typed'] {
  if (text === undefined || text === 'count' || text === 'replace') return text;
  throw new UsageError('--typed takes count or replace.');
}

function readDescriptor(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text))
    throw new UsageError(`${option} takes the number of an open file, for example ${option} 3.`);
  return Number(text);
}

function readPair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError('--file takes KEY=PATH, for example --file fileId=roll.xml.');
  return [text.slice(0, at), text.slice(at + 1)];
}
