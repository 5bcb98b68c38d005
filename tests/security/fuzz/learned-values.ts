import type { OperationName } from '#shared/contract/contract.ts';
import type { Below } from '../../builders/repeatable-random.ts';
import { fieldsOf, operationNames } from '../fields-of.ts';

type Row = Readonly<Record<string, unknown>>;

/** What answers said, to be asked with: a list names what a command may be done to. */
export interface LearnedValues {
  learn(answer: unknown): void;
  /** An object of an answer that has at least two of an operation's fields (or its only one). */
  rowFor(name: OperationName, below: Below): Row | undefined;
}

/** Objects an operation that are kept, and those of one answer that are looked at. */
const [MOST_ROWS, MOST_OF_ONE] = [40, 60];

const fields = new Map(operationNames.map((name) => [name, fieldsOf(name)] as const));

export function makeLearnedValues(): LearnedValues {
  const rows = new Map<OperationName, Row[]>();
  const keep = (row: Row): void => {
    const keys = Object.keys(row);
    for (const [name, own] of fields) {
      const shared = keys.filter((key) => own.has(key)).length;
      if (shared === 0 || shared < Math.min(2, own.size)) continue;
      rows.set(name, [...(rows.get(name) ?? []), row].slice(-MOST_ROWS));
    }
  };
  return {
    learn(answer) {
      let left = MOST_OF_ONE;
      const walk = (value: unknown, outer: Row): void => {
        if (left <= 0 || typeof value !== 'object' || value === null) return;
        if (Array.isArray(value)) {
          for (const one of value.slice(0, 4)) walk(one, outer);
          return;
        }
        left -= 1;
        // What stands around it belongs to it too: the exclusion of a letter in its list.
        const row: Row = { ...outer, ...value };
        keep(row);
        for (const one of Object.values(value)) walk(one, row);
      };
      walk(answer, {});
    },
    rowFor(name, below) {
      const known = rows.get(name);
      return known?.[below(known.length)];
    },
  };
}
