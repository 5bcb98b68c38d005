import type { WorkingRole } from '#shared/permissions/roles.ts';

/** Who is working. Lives in main; the window cannot set it but by signing in or choosing one of its roles. */
export interface UserSession {
  /** Empty before anybody has signed in. */
  readonly userName: string;
  readonly role: WorkingRole;
  /** Missing in a demonstration, where nobody signs in. */
  readonly userId?: string;
  /** The providers that a session of provider staff is for; missing: all of them (a demonstration). Kept up to date. */
  readonly providerIds?: readonly string[];
}
