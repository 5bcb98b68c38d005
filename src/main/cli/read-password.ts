import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

export interface PasswordSource {
  /** The file descriptor of `--password-fd`. */
  readonly passwordFd: number | undefined;
  /** What the prompt asks for, e.g. “Password of Amara Okafor”. */
  readonly prompt: string;
  /** Where another password than the person's is meant. */
  readonly variable?: string;
  readonly option?: string;
}

const VARIABLE = 'FIRST_DAY_PASSWORD';

/**
 * A password from the environment (FIRST_DAY_PASSWORD), a file descriptor, or a prompt without echo on a terminal; never
 * from an argument, which other programs of the PC can read. Undefined where there is none of these. The variable is
 * taken out of the environment, so that what this program starts does not inherit it. Throws `UsageError`.
 */
export async function readPassword({
  passwordFd,
  prompt,
  variable = VARIABLE,
  option = '--password-fd',
}: PasswordSource): Promise<string | undefined> {
  const given = process.env[variable];
  delete process.env[variable];
  if (passwordFd !== undefined) return readDescriptor(passwordFd, option);
  if (given !== undefined && given !== '') return given;
  return process.stdin.isTTY && process.stderr.isTTY ? ask(prompt) : undefined;
}

/** All that the descriptor has, without the line end that `echo` and here-documents put after it. */
function readDescriptor(fd: number, option: string): string {
  try {
    return readFileSync(fd, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new UsageError(`Nothing could be read from file descriptor ${fd} (${option}).`);
  }
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACKSPACE = new Set(['\u007F', '\b']);
const INTERRUPT = '\u0003';

/** Nothing of what is typed is shown, not even how long it is. */
function ask(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(`${prompt}: `);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = [];
    const end = () => {
      stdin.off('data', onData).setRawMode(false).pause();
      stderr.write('\n');
    };
    const onData = (chunk: string) => {
      for (const key of chunk) {
        if (key === INTERRUPT) {
          end();
          reject(new UsageError('Interrupted before a password was given.'));
          return;
        }
        if (ENTER.has(key)) {
          end();
          resolve(typed.join(''));
          return;
        }
        typed = BACKSPACE.has(key) ? typed.slice(0, -1) : [...typed, key];
      }
    };
    stdin.on('data', onData);
  });
}
