import type { Below } from '../../builders/repeatable-random.ts';

/** What no form of the window would send. All of it can come over IPC: functions and symbols cannot. */
const RUBBISH: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => ' \u0000\u0007\u001b[31m',
  () => 'x'.repeat(70_000),
  () => '\u202eexe.fdp\ud800\udfff\udc00',
  () => '𝕁𝕠 👩‍👩‍👧 e\u0301\u200b',
  () => "'; DROP TABLE pupils; --",
  () => '%_%" OR 1=1 /*',
  () => '../../../etc/passwd',
  () => 'C:\\Windows\\win.ini\u0000.csv',
  () => '<script>alert(1)</script>',
  () => '{#blocks}{constructor.constructor("return process")()}{/blocks}',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => '2025-02-30',
  () => '0000-00-00',
  () => '-2025-11-12',
  () => '2025-11-12T00:00:00Z',
  () => '2999-12-31',
  () => '0001-01-01',
  () => '1900-01-01',
  () => 0,
  () => -1,
  () => 1,
  () => 0.1,
  () => -0,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER,
  () => 2 ** 31,
  () => 1e308,
  () => 10n ** 30n,
  () => true,
  () => [],
  () => ({}),
  () => Array.from({ length: 3000 }, (_, at) => at),
  () => Array.from({ length: 3 }),
  () => new Date(8.64e15),
  () => new Date(Number.NaN),
  () => new Map([['id', 1]]),
  () => new Set(['am']),
  () => new Uint8Array(64),
  () => /(a+)+$/,
  () => new Error('Error of a page'),
  () => deep(2000),
  () => cyclic(),
  () => JSON.parse('{"__proto__":{"role":"administrator"},"constructor":{"prototype":{"ok":true}}}'),
  () => ({ $ne: null }),
  () => ({ length: 1_000_000_000 }),
];

/** Keys that mean something to JavaScript or to us, but to no operation. */
const KEYS = [
  '__proto__',
  'constructor',
  'role',
  'userName',
  'session',
  'path',
  'sql',
  'toString',
  'version',
  'id',
];

/** A copy of `input` with one to three things wrong in it; `others` are inputs to take values from. */
export function spoil(input: unknown, others: readonly unknown[], below: Below): unknown {
  let spoilt = input;
  const wrongs = 1 + below(3);
  for (let wrong = 0; wrong < wrongs; wrong += 1) spoilt = spoilOnce(spoilt, others, below);
  return spoilt;
}

function spoilOnce(value: unknown, others: readonly unknown[], below: Below): unknown {
  if (Array.isArray(value) && below(3) > 0) return spoilList(value as readonly unknown[], others, below);
  if (isPlain(value) && below(12) > 0) return spoilObject(value, others, below);
  if (typeof value === 'string' && below(3) === 0) return spoilText(value, below);
  if (typeof value === 'number' && below(3) === 0) return -value + below(3);
  return rubbish(below);
}

function spoilObject(value: object, others: readonly unknown[], below: Below): unknown {
  const entries = Object.entries(value) as [string, unknown][];
  const at = below(entries.length + 1);
  const [key = '', old] = entries[at] ?? [];
  const put = (name: string, fresh: unknown) =>
    Object.fromEntries([...entries.filter(([one]) => one !== name), [name, fresh]]);
  switch (below(6)) {
    case 0:
      return Object.fromEntries(entries.filter((_, one) => one !== at));
    case 1:
      return put(KEYS[below(KEYS.length)] ?? '', rubbish(below));
    case 2:
      // The same name from another call: an id of something else, a date of another time.
      return put(key, leafOf(others[below(others.length)], key, below));
    default:
      return put(key, spoilOnce(old, others, below));
  }
}

function spoilList(value: readonly unknown[], others: readonly unknown[], below: Below): unknown {
  const at = below(value.length);
  switch (below(4)) {
    case 0:
      return value.filter((_, one) => one !== at);
    case 1:
      return [...value, ...value, rubbish(below)];
    case 2:
      return Array.from({ length: below(400) }, () => value[at]);
    default:
      return value.map((one, place) => (place === at ? spoilOnce(one, others, below) : one));
  }
}

const SPOILERS: readonly ((text: string) => string)[] = [
  (text) => text.slice(1),
  (text) => `${text} `,
  (text) => `${text}\u0000`,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('2', '9'),
  (text) => text.replace(/-\d\d$/, '-31'),
  (text) => text + text,
  (text) => `%${text}%`,
  (text) => text.normalize('NFD').split('').toReversed().join(''),
];

const spoilText = (text: string, below: Below): string => SPOILERS[below(SPOILERS.length)]?.(text) ?? '';

/** A value under `key` somewhere in another input, or any value of it. */
function leafOf(input: unknown, key: string, below: Below): unknown {
  if (!isPlain(input)) return input;
  const entries = Object.entries(input) as [string, unknown][];
  const same = entries.find(([name]) => name === key);
  return (same ?? entries[below(entries.length)])?.[1];
}

const rubbish = (below: Below): unknown => RUBBISH[below(RUBBISH.length)]?.();

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = { inside: value, list: [] };
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { id: 'x' };
  value['self'] = value;
  value['list'] = [value, value];
  return value;
}
