import type { Handlers } from '../context.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const itinerariesHandlers = {
  'places.suggest': notBuilt,
  'places.next-free': notBuilt,
  'places.book-itinerary': notBuilt,
  'places.change-stay': notBuilt,
  'places.move-stay': notBuilt,
  'stages.get': notBuilt,
  'stages.save': notBuilt,
  'waiting.list': notBuilt,
  'waiting.add': notBuilt,
  'waiting.leave': notBuilt,
  'enquiries.list': notBuilt,
  'enquiries.add': notBuilt,
} satisfies Partial<Handlers>;
