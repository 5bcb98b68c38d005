import type { Handlers } from '../context.ts';
import { getForecast } from './get-forecast.ts';

export const forecastHandlers = {
  'forecast.get': getForecast,
} satisfies Partial<Handlers>;
