/** PostgreSQL's own code of an error (five characters), or the system's (ECONNRESET …), of the error or its causes. */
export function codeOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

const BROKEN_SYSTEM =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENETDOWN|EHOSTDOWN)$/;
const BROKEN_SERVER = /^(08...|57P0[1-5]|53300|25006|25P03)$/;
const BROKEN_WORDS =
  /Connection terminated|connection timeout|^timeout expired$|Query read timeout|timeout exceeded when trying to connect|not queryable|Client was closed/i;

/**
 * Whether the way to the server is gone, or the server at its end is going down, full or only a standby: another
 * connection, perhaps to another server, may do.
 */
export function isBroken(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && (BROKEN_SYSTEM.test(code) || BROKEN_SERVER.test(code))) return true;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (BROKEN_WORDS.test(cause.message)) return true;
  }
  return false;
}

/** Two transactions were in each other's way and the server undid this one: done again it may go through. */
export const isCollision = (error: unknown): boolean => /^40(001|P01)$/.test(codeOf(error) ?? '');

/** Somebody else kept what we need for longer than we wait, or the server was too busy to be done in time. */
export const isLockedOut = (error: unknown): boolean => /^(55P03|57014)$/.test(codeOf(error) ?? '');

/** Every connection that the server, the database or the person may have is taken. */
export const isFull = (error: unknown): boolean => codeOf(error) === '53300';

/** There is no database of this name, or this person may not even connect to it. */
export const isNoDatabase = (error: unknown): boolean => /^(3D000|42501)$/.test(codeOf(error) ?? '');

/** The server does not know the name or the password, or does not let them in. */
export const isNotAdmitted = (error: unknown): boolean => /^28(000|P01)$/.test(codeOf(error) ?? '');
