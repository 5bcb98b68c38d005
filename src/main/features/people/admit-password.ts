import type { Context } from '../context.ts';

/**
 * Lets a password open the database beside the keys that do, where it can. When it cannot, nothing is lost: the database
 * is open, and the next sign-in tries again.
 */
export async function admitPassword(
  { keys }: Pick<Context, 'keys'>,
  foldedName: string,
  password: string,
): Promise<void> {
  try {
    await keys?.admitPassword(foldedName, password);
  } catch {
    // See above.
  }
}
