import type { Handlers } from '../context.ts';
import { changeAdult, saveHosts, saveRoster } from './change-roster.ts';
import { closeProvider, reopenProvider } from './close-provider.ts';
import { providerEffect } from './provider-effect.ts';
import { providerHistory } from './provider-history.ts';
import { getProvider, listProviders } from './read-providers.ts';
import { shareWithArea } from './share-with-area.ts';
import { saveProvider } from './save-provider.ts';

export const providersHandlers = {
  'providers.list': listProviders,
  'providers.get': getProvider,
  'providers.share': shareWithArea,
  'providers.save': saveProvider,
  'providers.effect': providerEffect,
  'providers.close': closeProvider,
  'providers.reopen': reopenProvider,
  'providers.roster': saveRoster,
  'providers.change-adult': changeAdult,
  'providers.hosts': saveHosts,
  'providers.history': providerHistory,
} satisfies Partial<Handlers>;
