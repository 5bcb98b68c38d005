import type { Handler, Handlers } from '../context.ts';
import { readForecast } from '../read-forecast.ts';

const getForecast: Handler<'forecast.get'> = ({ read, clock }) => read((db) => readForecast(db, clock));

export const forecastHandlers = {
  'forecast.get': getForecast,
} satisfies Partial<Handlers>;
