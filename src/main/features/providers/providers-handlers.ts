import type { Handlers } from '../context.ts';
import { closeProvider, reopenProvider } from './close-provider.ts';
import { getProvider, listProviders } from './read-providers.ts';
import { saveProvider } from './save-provider.ts';

export const providersHandlers = {
  'providers.list': listProviders,
  'providers.get': getProvider,
  'providers.save': saveProvider,
  'providers.close': closeProvider,
  'providers.reopen': reopenProvider,
} satisfies Partial<Handlers>;
