import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkCarefully } from './careful-xml.ts';
import { createProblemList } from './file-problems.ts';
import { quickXml } from './quick-xml.ts';
import { walkXml } from './xml-reader.ts';
import type { XmlNode } from './xml-tree.ts';

const SKIP = new Set(['skipped']);

/** All that a reading gives: records with their lines, and problems. */
function read(text: string, walker: typeof walkXml) {
  const problems = createProblemList();
  const records: XmlNode[] = [];
  const file = { text, encoding: 'utf-8' as const, bytesTotal: text.length, warnings: [] };
  const roots: string[] = [];
  const walked = walker(
    file,
    {
      skip: SKIP,
      onRoot: (name, line) => {
        roots.push(`${name} ${line}`);
        return undefined;
      },
      records: { 'all/one': (node) => records.push(node), 'all/head': (node) => records.push(node) },
    },
    problems,
  );
  return { walked, roots, records, problems: problems.all() };
}

const word = fc.stringMatching(/^[ \n\t]{0,2}[a-zA-Zé’&;<>"'\]\r/!?=-]{0,8}[ \n]{0,2}$/);
const escaped = word.map((text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;'),
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    escaped,
    fc
      .tuple(fc.constantFrom('one', 'head', 'skipped', 'a', 'b.c-d'), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([name, inside]) =>
        inside.length === 0 ? `<${name}/>` : `<${name}>${inside.join('')}</${name}>`,
      ),
  ),
}));
const plain = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n'), fc.array(tree, { maxLength: 6 }))
  .map(([start, inside]) => `${start}<all>\n${inside.join('\n')}</all>\n`);

/** One place in the text changed, taken away or put in. */
const mutated = fc
  .tuple(
    plain,
    fc.nat(),
    fc.constantFrom(
      '',
      '<',
      '>',
      '/',
      '&',
      '\r',
      '\n',
      ' ',
      ']]>',
      '<!--x-->',
      '\u0001',
      ' a="1"',
      '<a>',
      '</one>',
    ),
    fc.boolean(),
  )
  .map(([text, at, sign, replace]) => {
    const place = at % text.length;
    return text.slice(0, place) + sign + text.slice(place + (replace ? 1 : 0));
  });

describe('the quick reading of XML', () => {
  it('gives what the careful one gives, for plain documents', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(read(text, walkXml)).toEqual(read(text, walkCarefully));
      }),
      { numRuns: 500 },
    );
  });

  it('gives what the careful one gives, also for documents that are wrong somewhere', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(read(text, walkXml)).toEqual(read(text, walkCarefully));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes on what our own writers write, and leaves attributes, comments and types to the careful one', () => {
    const walk = { records: {} };
    expect(quickXml('<all>\r\n  <one>A &amp; B</one>\r\n</all>', walk)?.root).toBe('all');
    for (const text of [
      '<all a="1"/>',
      '<all><!-- x --></all>',
      '<!DOCTYPE all><all/>',
      '<all>&#65;</all>',
      '<a:all/>',
    ])
      expect(quickXml(text, walk)).toBeUndefined();
  });

  it('reads a file of one line and one of a million line ends in no time', () => {
    const from = performance.now();
    quickXml(`<all>${'<one>x</one>'.repeat(100_000)}</all>`, { records: {} });
    quickXml(`<all>${'\n'.repeat(1_000_000)}</all>`, { records: {} });
    expect(performance.now() - from).toBeLessThan(5000);
  });
});
