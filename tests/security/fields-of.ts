import { contract, type OperationName } from '#shared/contract/contract.ts';

/** The names of an operation's fields, whatever is around its object. */
export function fieldsOf(name: OperationName): ReadonlySet<string> {
  const shape: unknown = Reflect.get(contract[name].input, 'shape');
  return new Set(typeof shape === 'object' && shape !== null ? Object.keys(shape) : []);
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of the contract's own entries
export const operationNames = Object.keys(contract) as readonly OperationName[];
