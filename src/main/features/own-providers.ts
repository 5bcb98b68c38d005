import type { UserSession } from './context.ts';

/**
 * Whether a session may see and do what concerns a provider. Staff of a provider know of their own alone; everybody
 * else, and a demonstration, of all.
 */
export const isOwnProvider = ({ providerIds }: UserSession, providerId: string): boolean =>
  providerIds === undefined || providerIds.includes(providerId);

/** Those of these that concern the session's own providers. */
export const ofOwnProviders = <T extends { readonly providerId: string }>(
  session: UserSession,
  rows: readonly T[],
): readonly T[] => rows.filter(({ providerId }) => isOwnProvider(session, providerId));

/** Those of these providers that are the session's own. */
export const ownProviders = <T extends { readonly id: string }>(
  session: UserSession,
  providers: readonly T[],
): readonly T[] => providers.filter(({ id }) => isOwnProvider(session, id));
