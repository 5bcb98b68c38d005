import type { OperationOutput } from '#shared/contract/contract.ts';

export type Forecast = OperationOutput<'forecast.get'>;

export type ForecastDay = Forecast['days'][number];

/** A day with its need: all of them have one, or none. */
export type NeededDay = ForecastDay & { readonly need: NonNullable<ForecastDay['need']> };

export const neededDays = (days: readonly ForecastDay[]): readonly NeededDay[] =>
  days.flatMap((day) => (day.need ? [{ ...day, need: day.need }] : []));
