import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';

/** Every operation with what a caller needs to know, derived from the contract. */
export function describeOperations() {
  return Object.entries(contract).map(([name, operation]) => ({
    name,
    kind: operation.kind,
    summary: operation.summary,
    permission: operation.permission,
    long: 'long' in operation,
    input: z.toJSONSchema(operation.input, { io: 'input' }),
    output: z.toJSONSchema(operation.output),
  }));
}
