import type { Handler, Handlers } from '../context.ts';
import { exportPlaces } from './export-places.ts';
import { readPlaces } from './read-places.ts';

const places: Handler<'authority.places'> = ({ read, clock }, asked) =>
  read((db) => readPlaces(db, clock, asked));

export const authorityPlacesHandlers = {
  'authority.places': places,
  'authority.export-places': exportPlaces,
} satisfies Partial<Handlers>;
