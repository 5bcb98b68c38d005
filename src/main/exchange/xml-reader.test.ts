import { describe, expect, it } from 'vitest';
import { createProblemList } from './file-problems.ts';
import { readText } from './read-text.ts';
import { walkXml } from './xml-reader.ts';
import { XML_LIMITS } from './xml-walk.ts';
import type { XmlNode } from './xml-tree.ts';

const walk = (text: string, skip?: ReadonlySet<string>) => {
  const file = readText(Buffer.from(text), 'xml');
  if (!file.ok) throw new Error('not text');
  const problems = createProblemList();
  const records: XmlNode[] = [];
  walkXml(
    file.value,
    {
      onRoot: () => undefined,
      records: { 'all/one': (node) => records.push(node) },
      ...(skip ? { skip } : {}),
    },
    problems,
  );
  return { records, problems: problems.all() };
};

describe('walking an XML file', () => {
  it('hands over each record with the lines of its elements', () => {
    expect(walk('<all>\n<one>\n<a> x </a><b><c>y</c></b></one>\n<other/><one/></all>').records).toEqual([
      {
        name: 'one',
        line: 2,
        text: '',
        children: [
          { name: 'a', line: 3, text: 'x', children: [] },
          { name: 'b', line: 3, text: '', children: [{ name: 'c', line: 3, text: 'y', children: [] }] },
        ],
      },
      { name: 'one', line: 4, text: '', children: [] },
    ]);
  });

  it('matches names by their local part, joins CDATA, and leaves out what is skipped', () => {
    const { records, problems } = walk(
      '<p:all xmlns:p="urn:x"><p:one><p:a>x<![CDATA[<&>]]></p:a><drop><a>gone</a></drop><b/></p:one></p:all>',
      new Set(['drop']),
    );
    expect(problems).toEqual([]);
    expect(records[0]?.children.map(({ name, text }) => [name, text])).toEqual([
      ['a', 'x<&>'],
      ['b', ''],
    ]);
  });

  it.each([
    [
      'is cut short',
      '<all>\n<one><a>x</a>',
      2,
      'The file stops before its end: it was cut short or only partly copied.',
    ],
    [
      'closes the wrong element',
      '<all>\n<one></two></all>',
      2,
      'An element is closed here that is not the one that was opened last.',
    ],
    [
      'has a bare ampersand',
      '<all>\n\n<one>Tom & Jerry</one></all>',
      3,
      'There is an "&" here that is not part of a known character code.',
    ],
    [
      'uses an entity of its own',
      '<all>\n<one>&boom;</one></all>',
      2,
      'There is an "&" here that is not part of a known character code.',
    ],
    [
      'holds a control character',
      '<all>\n<one>\u0001</one></all>',
      2,
      'There is a character here that XML does not allow.',
    ],
    [
      'holds a control character by code',
      '<all>\n<one>&#1;</one></all>',
      2,
      'There is a character here that XML does not allow.',
    ],
    [
      'is two documents',
      '<all/>\n<all/>',
      2,
      'There is something after the end of the document: two files may have been joined.',
    ],
    [
      'has a document type',
      '<!DOCTYPE all>\n<all/>',
      1,
      'The file has a document type declaration, which pupil files never have and which can be unsafe.',
    ],
    [
      'defines entities',
      '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;">]>\n<all>&y;</all>',
      1,
      'The file has a document type declaration, which pupil files never have and which can be unsafe.',
    ],
    [
      'calls for another file',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><all>&x;</all>',
      1,
      'The file has a document type declaration, which pupil files never have and which can be unsafe.',
    ],
    [
      'is nested too deeply',
      '<all>'.repeat(60),
      1,
      'The file has elements inside one another more than 50 deep, which no pupil file has.',
    ],
    [
      'has too many attributes',
      `<all ${Array.from({ length: 60 }, (_, i) => `a${String(i)}="x"`).join(' ')}/>`,
      1,
      'The file has more than 50 attributes on one element, which no pupil file has.',
    ],
    [
      'has an endless record',
      `<all><one>${'<a/>'.repeat(XML_LIMITS.recordElements + 1)}</one></all>`,
      1,
      'The file has a record with too many elements, which no pupil file has.',
    ],
  ])('refuses a file that %s with one located problem', (_, text, line, message) => {
    const { problems } = walk(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'error', line, message });
  });

  it('hands over nothing more after a problem', () => {
    expect(walk('<all><one/>&bad;<one/></all>').records).toHaveLength(1);
  });
});
