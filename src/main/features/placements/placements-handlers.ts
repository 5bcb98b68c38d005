import type { Handlers } from '../context.ts';
import { addVisitor } from './add-visitor.ts';
import { bookOther, bookPlaces } from './book-places.ts';
import { cancelPlaces } from './cancel-places.ts';
import { confirmPlaces } from './confirm-places.ts';
import { listVisitors } from './list-visitors.ts';
import { nameEscort } from './name-escort.ts';
import { readBoard } from './read-board.ts';
import { readItinerary } from './read-itinerary.ts';
import { readQueue } from './read-queue.ts';

export const placementsHandlers = {
  'places.board': readBoard,
  'places.queue': readQueue,
  'places.itinerary': readItinerary,
  'places.book': bookPlaces,
  'places.book-other': bookOther,
  'places.visitors': listVisitors,
  'places.add-visitor': addVisitor,
  'places.name-escort': nameEscort,
  'places.confirm': confirmPlaces,
  'places.cancel': cancelPlaces,
} satisfies Partial<Handlers>;
