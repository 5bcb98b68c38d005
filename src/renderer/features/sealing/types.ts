import type { OperationOutput } from '#shared/contract/contract.ts';

type Keys = OperationOutput<'authority.seal-keys'>;

export type OurKey = Keys['ours'][number];
export type SchoolKey = Keys['schools'][number];
