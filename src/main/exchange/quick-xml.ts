import type { XmlNode } from './xml-tree.ts';
import { XML_LIMITS, type XmlWalk } from './xml-walk.ts';

/** What a quick reading found: the records in their order, each with its path. */
export interface QuickXml {
  readonly root: string;
  readonly rootLine: number;
  readonly records: readonly (readonly [path: string, node: XmlNode])[];
}

/** Longer texts are read record by record, so that they are never held as nodes. */
const LONGEST = 4_000_000;

/** What our own writer, and nearly every other, puts there. */
const DECLARATION = /^<\?xml version="1\.0"(?: encoding="[\w.-]+")?(?: standalone="(?:yes|no)")?[ \t\n]*\?>/;
/** Comments, instructions, CDATA, types, carriage returns by themselves, and characters that XML does not have. */
// eslint-disable-next-line no-control-regex
const ODD = /<[!?]|\]\]>|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const NAME = /^[A-Za-z_][\w.-]*$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
  readonly name: string;
  readonly line: number;
  readonly children: XmlNode[];
  text: string;
}

/**
 * Reads a plain XML text several times as fast as a parser of all of XML: elements without attributes, text, the five
 * entities. Undefined for anything else, well-formed or not, for the careful reader to judge; nothing has happened then.
 */
export function quickXml(
  text: string,
  { records, skip }: Pick<XmlWalk, 'records' | 'skip'>,
): QuickXml | undefined {
  const start = DECLARATION.exec(text)?.[0].length ?? 0;
  if (text.length > LONGEST || ODD.test(start === 0 ? text : text.slice(start))) return undefined;
  const found: [string, XmlNode][] = [];
  // Names that have been looked at: a file has some dozens of them, thousands of times.
  const names = new Set<string>();
  const path: string[] = [];
  const stack: Open[] = [];
  let root: { readonly name: string; readonly line: number } | undefined;
  let skipFrom = 0;
  let recordElements = 0;
  let line = start === 0 ? 1 : 1 + feedsIn(text, 0, start);
  for (let at = start; ;) {
    const tag = text.indexOf('<', at);
    const end = tag < 0 ? text.length : tag;
    const node = stack.at(-1);
    if (end > at) {
      // Most of it is the space between elements, which ends up nowhere: it is only looked through for line ends.
      const blank = isBlank(text, at, end);
      if (!blank || (node !== undefined && node.text !== '')) {
        const piece = plainText(text.slice(at, end));
        if (piece === undefined || (path.length === 0 && !blank)) return undefined;
        if (node !== undefined && skipFrom === 0) node.text += piece;
      }
      line += feedsIn(text, at, end);
    }
    if (tag < 0) break;
    const closes = text.charCodeAt(tag + 1) === SLASH;
    const close = text.indexOf('>', tag);
    if (close < 0) return undefined;
    const empty = !closes && text.charCodeAt(close - 1) === SLASH;
    const name = text.slice(tag + (closes ? 2 : 1), empty ? close - 1 : close);
    if (!names.has(name)) {
      if (!NAME.test(name)) return undefined;
      names.add(name);
    }
    at = close + 1;
    if (!closes) {
      if (path.length === 0 && root !== undefined) return undefined;
      root ??= { name, line };
      path.push(name);
      if (path.length > XML_LIMITS.depth) return undefined;
      if (skipFrom === 0) {
        if (stack.length > 0) {
          if (skip?.has(name) === true) skipFrom = path.length;
          else {
            recordElements += 1;
            if (recordElements > XML_LIMITS.recordElements) return undefined;
            stack.push({ name, line, children: [], text: '' });
          }
        } else if (Object.hasOwn(records, path.join('/'))) {
          recordElements = 0;
          stack.push({ name, line, children: [], text: '' });
        }
      }
    }
    if (!closes && !empty) continue;
    if (path.at(-1) !== name) return undefined;
    const depth = path.length;
    const key = stack.length === 1 ? path.join('/') : '';
    path.pop();
    if (skipFrom > 0) {
      if (depth === skipFrom) skipFrom = 0;
      continue;
    }
    const done = stack.pop();
    if (done === undefined) continue;
    const whole = { name: done.name, line: done.line, text: done.text.trim(), children: done.children };
    const parent = stack.at(-1);
    if (parent === undefined) found.push([key, whole]);
    else parent.children.push(whole);
  }
  if (root === undefined || path.length > 0) return undefined;
  return { root: root.name, rootLine: root.line, records: found };
}

const FEED = 0x0a;
const SLASH = 0x2f;

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== FEED && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}

function feedsIn(text: string, from: number, to: number): number {
  let feeds = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === FEED) feeds += 1;
  return feeds;
}

/** Text with its entities put in; undefined where there is another than the five. */
function plainText(text: string): string | undefined {
  const ends = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  if (!ends.includes('&')) return ends;
  let odd = false;
  const plain = ends.replaceAll(/&(\w*;?)/g, (_, name: string) => {
    const sign = name.endsWith(';') ? ENTITIES[name.slice(0, -1)] : undefined;
    odd ||= sign === undefined;
    return sign ?? '';
  });
  return odd ? undefined : plain;
}
