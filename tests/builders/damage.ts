import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Below } from './repeatable-random.ts';

/** One way to damage a file. */
export type Damage = (bytes: Uint8Array, below: Below) => Uint8Array;

const pick = <T>(from: readonly T[], below: Below): T => {
  const one = from[below(from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

const asText =
  (change: (text: string, below: Below) => string): Damage =>
  (bytes, below) =>
    Buffer.from(change(Buffer.from(bytes).toString('utf8'), below), 'utf8');

const insertAt = (text: string, place: number, what: string): string =>
  text.slice(0, place) + what + text.slice(place);

const pieceOf = (text: string, below: Below): string => {
  const from = below(text.length);
  return text.slice(from, from + 1 + below(200));
};

const anyMatch = (text: string, pattern: RegExp, below: Below): RegExpExecArray | undefined => {
  const all = [...text.matchAll(pattern)];
  return all.length === 0 ? undefined : pick(all, below);
};

/** Values that are wrong nearly anywhere, and some that are right in places. */
const VALUES = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '2',
  '90',
  '91',
  '999',
  '1e3',
  '2.5',
  '0.250000',
  '2025-02-30',
  '2025-06-10',
  '1899-01-01',
  '10/11/2025',
  'true',
  'perhaps',
  'SUSP',
  'PERM',
  'FIXD',
  'permanent',
  'DB',
  'zz',
  'ZZ',
  'Bullying',
  'NIL',
  'AUT',
  'PRU',
  '2026',
  '2020',
  '1999',
  'annual',
  'dates',
  '201',
  '4002',
  '2014002',
  'AM',
  'noon',
  'M',
  '7',
  'G201400114001',
  'K201400113002',
  'G20140011400',
  'é',
  '😀',
  'أحمد',
  "'=x",
  '=1+1',
  '&amp;',
  '&lt;',
  '&#65;',
  '&#0;',
  'x'.repeat(200),
  'x'.repeat(5000),
  '\u00a0',
  '\u2028',
  'a\nb',
  'a;b',
  'a,b',
  '"',
];

const MARKS = [
  '"',
  '&',
  '<',
  '>',
  '\0',
  ']]>',
  '<!--',
  '-->',
  '\r',
  '\n',
  '&#x0;',
  ',',
  ';',
  '\t',
  '<![CDATA[',
  '<?x ?>',
  '\ufeff',
];

/** What may happen to any file on its way. */
export const ANY_FILE: readonly Damage[] = [
  (bytes, below) => {
    const copy = Uint8Array.from(bytes);
    for (let count = 1 + below(8); count > 0; count -= 1) copy[below(copy.length)] = below(256);
    return copy;
  },
  (bytes, below) => bytes.subarray(0, below(bytes.length)),
  (bytes, below) => bytes.subarray(below(bytes.length)),
  (bytes, below) => Buffer.concat([bytes, bytes.subarray(below(bytes.length))]),
];

const TEXT_FILE: readonly Damage[] = [
  ...ANY_FILE,
  asText((text, below) => insertAt(text, below(text.length), pieceOf(text, below))),
  asText((text, below) => text.replace(pieceOf(text, below), '')),
  asText((text, below) => insertAt(text, below(text.length), pick(MARKS, below))),
  // Lines in another order.
  asText((text, below) => {
    const lines = text.split('\n');
    const [moved = ''] = lines.splice(below(lines.length), 1);
    lines.splice(below(lines.length), 0, moved);
    return lines.join('\n');
  }),
  (bytes, below) => {
    const text = Buffer.from(bytes).toString('utf8');
    const forms = [
      () => Buffer.from(text, 'utf16le'),
      () => Buffer.from(text, 'latin1'),
      () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    ];
    return pick(forms, below)();
  },
];

const XML_FILE: readonly Damage[] = [
  ...TEXT_FILE,
  // The value of an element.
  ...Array.from({ length: 3 }, () =>
    asText((text, below) => {
      const found = anyMatch(text, />([^<>\n]+)</g, below);
      if (found === undefined) return text;
      const at = found.index + 1;
      return text.slice(0, at) + pick(VALUES, below) + text.slice(at + (found[1]?.length ?? 0));
    }),
  ),
  // An element twice, gone, under another name, or changed about with the next.
  asText((text, below) => {
    const found = anyMatch(text, /<(\w+)>[^<]*<\/\1>\s*/g, below);
    return found === undefined ? text : insertAt(text, found.index, found[0]);
  }),
  asText((text, below) => {
    const found = anyMatch(text, /<(\w+)>[^<]*<\/\1>\s*/g, below);
    return found === undefined
      ? text
      : text.slice(0, found.index) + text.slice(found.index + found[0].length);
  }),
  asText((text, below) => {
    const name = anyMatch(text, /<(\w+)>/g, below)?.[1] ?? 'Message';
    const other = pick(
      ['Reason', 'Sex', 'Gender', 'UPN', 'Exclusions', 'Extra', 'x:Pupil', name.toUpperCase()],
      below,
    );
    return text.replaceAll(`<${name}>`, `<${other}>`).replaceAll(`</${name}>`, `</${other}>`);
  }),
  asText((text, below) => {
    const found = anyMatch(text, /(<(\w+)>[^<]*<\/\2>)(\s*)(<(\w+)>[^<]*<\/\5>)/g, below);
    return found === undefined
      ? text
      : text.slice(0, found.index) +
          (found[4] ?? '') +
          (found[3] ?? '') +
          (found[1] ?? '') +
          text.slice(found.index + found[0].length);
  }),
  asText((text, below) =>
    text.replace(
      /encoding="[^"]*"/,
      `encoding="${pick(['UTF-16', 'UTF-8', 'EBCDIC', 'windows-1252', 'iso-8859-1', ''], below)}"`,
    ),
  ),
  // Bombs and what reaches outside the file.
  asText((text, below) =>
    text.replace(
      '\n',
      pick(
        [
          '\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n',
          '\n<!DOCTYPE x SYSTEM "file:///etc/hostname">\n',
          '\n<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]>\n',
        ],
        below,
      ),
    ),
  ),
  asText((text, below) => insertAt(text, text.indexOf('<Pupils'), '<a>'.repeat(40 + below(40)))),
];

const CSV_FILE: readonly Damage[] = [
  ...TEXT_FILE,
  ...Array.from({ length: 4 }, () =>
    asText((text, below) => {
      const lines = text.split('\r\n');
      const at = below(lines.length);
      const cells = (lines[at] ?? '').split(',');
      cells[below(cells.length)] = pick(VALUES, below);
      lines[at] = cells.join(',');
      return lines.join('\r\n');
    }),
  ),
  // A column gone, or another separator.
  asText((text, below) => {
    const gone = below(50);
    return text
      .split('\r\n')
      .map((line) =>
        line
          .split(',')
          .filter((_, at) => at !== gone)
          .join(','),
      )
      .join('\r\n');
  }),
  asText((text, below) => text.replaceAll(',', pick([';', '\t', ',,'], below))),
  asText((text, below) => {
    const [heading = '', ...rows] = text.trimEnd().split('\r\n');
    return [heading, ...rows, pick(rows, below), ''].join('\r\n');
  }),
];

/** Damage to one of the XML parts within a workbook, which is then packed again. */
const inPart =
  (damage: Damage): Damage =>
  (bytes, below) => {
    const parts = unzipSync(bytes);
    const path = pick(Object.keys(parts), below);
    return zipSync({ ...parts, [path]: damage(parts[path] ?? new Uint8Array(), below) }, { level: 1 });
  };

const CELLS = ['A1', 'XFD1048576', 'ZZ9999999', 'B2', 'a1', '', 'C99999'];
const WORKBOOK: readonly Damage[] = [
  ...ANY_FILE,
  ...ANY_FILE.map(inPart),
  ...TEXT_FILE.slice(4, 7).map(inPart),
  ...Array.from({ length: 4 }, (): Damage => (bytes, below) => {
    const parts = unzipSync(bytes);
    const path = 'xl/sharedStrings.xml';
    const text = strFromU8(parts[path] ?? new Uint8Array());
    const found = anyMatch(text, /<t>([^<]*)<\/t>/g, below);
    const changed =
      found === undefined ? text : text.replace(found[0], () => `<t>${pick(VALUES, below)}</t>`);
    return zipSync({ ...parts, [path]: strToU8(changed) }, { level: 1 });
  }),
  inPart(
    asText((text, below) => {
      const found = anyMatch(text, / r="([A-Z]+\d+)"/g, below);
      return found === undefined ? text : text.replace(found[0], ` r="${pick(CELLS, below)}"`);
    }),
  ),
  inPart(asText((text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))),
  // A part gone.
  (bytes, below) => {
    const parts = Object.entries(unzipSync(bytes));
    parts.splice(below(parts.length), 1);
    return zipSync(Object.fromEntries(parts), { level: 1 });
  },
];

/** Damage to a file of each kind, all of which may happen to it. */
export const DAMAGE = { xml: XML_FILE, csv: CSV_FILE, xlsx: WORKBOOK } as const;
