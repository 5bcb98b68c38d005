import type { Handlers } from '../context.ts';
import { addVisitor } from './add-visitor.ts';
import { bookPlaces } from './book-places.ts';
import { cancelPlaces } from './cancel-places.ts';
import { confirmPlaces } from './confirm-places.ts';
import { listVisitors } from './list-visitors.ts';
import { readBoard } from './read-board.ts';
import { readItinerary } from './read-itinerary.ts';
import { readQueue } from './read-queue.ts';

const notBuilt = () => {
  throw new Error('not built yet');
};

export const placementsHandlers = {
  'places.board': readBoard,
  'places.queue': readQueue,
  'places.itinerary': readItinerary,
  'places.book': bookPlaces,
  'places.book-other': notBuilt,
  'places.visitors': listVisitors,
  'places.add-visitor': addVisitor,
  'places.name-escort': notBuilt,
  'places.confirm': confirmPlaces,
  'places.cancel': cancelPlaces,
} satisfies Partial<Handlers>;
