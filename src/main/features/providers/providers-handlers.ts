import type { Handlers } from '../context.ts';
import { closeProvider, reopenProvider } from './close-provider.ts';
import { getProvider, listProviders } from './read-providers.ts';
import { saveProvider } from './save-provider.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const providersHandlers = {
  'providers.list': listProviders,
  'providers.get': getProvider,
  'providers.save': saveProvider,
  'providers.close': closeProvider,
  'providers.reopen': reopenProvider,
  'providers.effect': notBuilt,
  'providers.roster': notBuilt,
  'providers.change-adult': notBuilt,
  'providers.hosts': notBuilt,
  'providers.history': notBuilt,
} satisfies Partial<Handlers>;
