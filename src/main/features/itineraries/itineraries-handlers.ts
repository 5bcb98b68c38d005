import type { Handlers } from '../context.ts';
import { bookItinerary } from './book-itinerary.ts';
import { changeStay } from './change-stay.ts';
import { enquiriesHandlers } from './enquiries.ts';
import { moveStay } from './move-stay.ts';
import { nextFree } from './next-free.ts';
import { getStages } from './read-stages.ts';
import { saveStages } from './save-stages.ts';
import { suggest } from './suggest.ts';
import { waitingHandlers } from './wait-list.ts';

export const itinerariesHandlers = {
  ...waitingHandlers,
  ...enquiriesHandlers,
  'places.suggest': suggest,
  'places.next-free': nextFree,
  'places.book-itinerary': bookItinerary,
  'places.change-stay': changeStay,
  'places.move-stay': moveStay,
  'stages.get': getStages,
  'stages.save': saveStages,
} satisfies Partial<Handlers>;
