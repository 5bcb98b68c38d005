import type { OperationOutput } from '#shared/contract/contract.ts';

export type Places = OperationOutput<'authority.places'>;
export type PlacesRow = Places['rows'][number];
export type Figures = NonNullable<Places['total']>;
export type Need = NonNullable<Places['need']>;
export type Forecast = NonNullable<Places['forecast']>;
