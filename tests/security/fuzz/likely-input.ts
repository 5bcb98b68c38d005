import type { z } from 'zod';
import { addDays } from '#shared/kernel/plain-date.ts';
import type { Below } from '../../builders/repeatable-random.ts';
import type { RealValues } from './real-values.ts';

interface Source {
  readonly below: Below;
  readonly real: RealValues;
  /** What the program believes the day to be. */
  readonly today: string;
  readonly fileIds: readonly string[];
  /** First part of the operation's name: it says what `id` means. */
  readonly area: string;
}

type Definition = { readonly type: string } & Readonly<Record<string, unknown>>;
type Schema = z.ZodType & { readonly def: Definition };

/**
 * Makes an input that fits the schema, from values of the database where it has some under the name of the field. Throws
 * for a kind of schema that it does not know.
 */
export function likelyInput(schema: z.ZodType, source: Source, near: Near = {}, key = ''): unknown {
  const { below } = source;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every zod schema has its definition
  const { def } = schema as Schema;
  const inner = (one: unknown, at = key) => likelyInput(one as z.ZodType, source, near, at);
  switch (def.type) {
    case 'object':
      return likelyObject(def['shape'] as Record<string, z.ZodType>, source, near);
    case 'string':
      return likelyText(schema as z.ZodString, source, key);
    case 'number':
      return likelyNumber(schema as z.ZodNumber, source);
    case 'boolean':
      return below(2) === 0;
    case 'enum':
      return oneOf(Object.values(def['entries'] as Record<string, string>), below);
    case 'literal':
      return oneOf(def['values'] as unknown[], below);
    case 'optional':
    case 'default':
      return below(2) === 0 ? undefined : inner(def['innerType']);
    case 'nullable':
      return below(4) === 0 ? null : inner(def['innerType']);
    case 'array': {
      const length = below(8) === 0 ? below(12) : 1 + below(2);
      return Array.from({ length }, () => likelyInput(def['element'] as z.ZodType, source, {}, key));
    }
    case 'tuple':
      return (def['items'] as z.ZodType[]).map((item) => likelyInput(item, source, {}, key));
    case 'union':
      return inner(oneOf(def['options'] as unknown[], below));
    case 'record': {
      const entries = Array.from({ length: below(4) }, () => [
        String(inner(def['keyType'])),
        inner(def['valueType']),
      ]);
      return Object.fromEntries(entries) as unknown;
    }
    default:
      throw new Error(`likely-input.ts knows no schema of the kind "${def.type}".`);
  }
}

/** Values that belong together: of one row of the database, or of one answer. */
type Near = Readonly<Record<string, unknown>>;

function likelyObject(shape: Record<string, z.ZodType>, source: Source, outer: Near): unknown {
  const { below, real } = source;
  const near = below(3) > 0 ? { ...outer, ...real.rowFor(Object.keys(shape), below) } : outer;
  const made: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const known = near[key];
    const fits = known !== undefined && below(8) > 0 && schema.safeParse(known).success;
    const value = fits ? known : likelyInput(schema, source, near, key);
    if (value !== undefined) made[key] = value;
  }
  const version = Object.values(made)
    .map(real.versionOf)
    .find((one) => one !== undefined);
  if ('version' in made && version !== undefined && below(8) > 0) made['version'] = version;
  return made;
}

const TEXTS = [
  'Jo',
  'Agreed by telephone',
  'Zoë Łukasiewicz',
  '=1+1',
  '<b>x</b>',
  '{name}',
  '08:45',
  '15:10',
];
const CODES = ['PP', 'DB', 'VA', 'A', 'B', '2014001', '201', '100001', '201/4001', '13:00', '11', 'PE'];

function likelyText(schema: z.ZodString, source: Source, key: string): string {
  const { below, real, today, fileIds, area } = source;
  const longest = schema.maxLength ?? 200;
  const isDate = longest === 10 && schema.def.checks?.some((check) => check._zod.def.check === 'custom');
  if (isDate === true) return addDays(today, below(4) > 0 ? below(40) - 20 : below(1200) - 600);
  if (/^(fileIds?|destination)$/.test(key)) return oneOf(fileIds, below);
  const found = real.valueFor(area, key, below);
  const { format } = schema.def as { readonly format?: string };
  if (format === 'regex' || schema.def.checks?.some((check) => check._zod.def.check === 'string_format')) {
    const fitting = [found, ...CODES].filter(
      (one): one is string => typeof one === 'string' && schema.safeParse(one).success,
    );
    return oneOf(fitting, below) ?? 'none';
  }
  if (typeof found === 'string' && found !== '' && below(12) > 0) return found.slice(0, longest);
  return oneOf(TEXTS, below).slice(0, longest);
}

function likelyNumber(schema: z.ZodNumber, { below }: Source): number {
  const lowest = Math.max(schema.minValue ?? 0, -1_000_000);
  const highest = Math.min(schema.maxValue ?? 1_000_000, 1_000_000);
  // Mostly near the lower end or a school year, which is what most numbers are about.
  if (lowest >= 2000)
    return below(3) > 0 ? Math.min(highest, 2024 + below(3)) : lowest + below(highest - lowest + 1);
  return below(6) > 0 ? Math.min(highest, lowest + below(4)) : lowest + below(highest - lowest + 1);
}

function oneOf<T>(values: readonly T[], below: Below): T {
  return values[below(values.length)] as T;
}
