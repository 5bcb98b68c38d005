import { SaxesParser } from 'saxes';
import type { ProblemList, ProblemParts } from './file-problems.ts';
import type { FileText } from './read-text.ts';
import { countLines } from './read-text.ts';
import { findBareAmpersand, plainWords } from './xml-messages.ts';
import type { XmlNode } from './xml-tree.ts';
import { XML_LIMITS, type XmlWalk } from './xml-walk.ts';

const CHUNK_CHARS = 64 * 1024;

interface OpenNode {
  readonly name: string;
  readonly line: number;
  readonly children: XmlNode[];
  text: string;
}

/**
 * Walks a document and hands over one record at a time, so that only one is in memory. Namespaces are
 * ignored: names match by their local part. A document type is refused, and with it every entity but the
 * five of XML itself, internal or external. Returns `cancelled` when the watch said stop; else problems
 * (if any) are in `problems`. The first error of well-formedness ends the reading, for what follows it
 * cannot be trusted.
 */
export function walkCarefully(file: FileText, walk: XmlWalk, problems: ProblemList): 'done' | 'cancelled' {
  const parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const path: string[] = [];
  let open: OpenNode[] = [];
  let elements = 0;
  let recordElements = 0;
  let attributes = 0;
  let skipFrom = 0;
  // An object, because the parser's handlers change it between two looks of the loop below.
  const state = { stopped: false };

  const stop = (parts: ProblemParts): void => {
    if (state.stopped) return;
    state.stopped = true;
    problems.error(parts);
  };
  const tooMuch = (what: string): void => {
    stop({
      line: parser.line,
      element: path.slice(0, 10).join('/'),
      message: `The file has ${what}, which no pupil file has.`,
      remedy: 'Do not use this file. Ask whoever sent it for a fresh export.',
    });
  };

  parser.on('error', (error) => {
    if (state.stopped) return;
    const element = path.join('/') || undefined;
    const ampersand = findBareAmpersand(error.message, file.text);
    if (ampersand === undefined) return stop({ line: parser.line, element, ...plainWords(error.message) });
    const { at, ...words } = ampersand;
    stop({ line: countLines(file.text.slice(0, at)), element, ...words });
  });
  parser.on('doctype', () => {
    stop({
      line: parser.line,
      element: '<!DOCTYPE>',
      message:
        'The file has a document type declaration, which pupil files never have and which can be unsafe.',
      remedy: 'Do not use this file. Ask whoever sent it for a fresh export.',
    });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_LIMITS.attributes)
      tooMuch(`more than ${String(XML_LIMITS.attributes)} attributes on one element`);
  });
  parser.on('opentagstart', (tag) => {
    if (state.stopped) return;
    attributes = 0;
    elements += 1;
    const name = localName(tag.name);
    const line = parser.line;
    path.push(name);
    if (path.length > XML_LIMITS.depth)
      return tooMuch(`elements inside one another more than ${String(XML_LIMITS.depth)} deep`);
    if (elements > XML_LIMITS.elements) return tooMuch('too many elements');
    if (path.length === 1) {
      const refused = walk.onRoot(name, line);
      if (refused !== undefined) return stop(refused);
    }
    if (skipFrom > 0) return;
    if (open.length > 0) {
      if (walk.skip?.has(name) === true) {
        skipFrom = path.length;
        return;
      }
      recordElements += 1;
      if (recordElements > XML_LIMITS.recordElements) return tooMuch('a record with too many elements');
      open.push({ name, line, children: [], text: '' });
    } else if (Object.hasOwn(walk.records, path.join('/'))) {
      recordElements = 0;
      open = [{ name, line, children: [], text: '' }];
    }
  });
  const addText = (text: string): void => {
    const node = open.at(-1);
    if (!state.stopped && skipFrom === 0 && node !== undefined) node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (state.stopped) return;
    const depth = path.length;
    const key = open.length === 1 ? path.join('/') : '';
    path.pop();
    if (skipFrom > 0) {
      if (depth === skipFrom) skipFrom = 0;
      return;
    }
    const node = open.pop();
    if (node === undefined) return;
    const done: XmlNode = {
      name: node.name,
      line: node.line,
      text: node.text.trim(),
      children: node.children,
    };
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(done);
    else {
      walk.records[key]?.(done);
      if (problems.full()) state.stopped = true;
    }
  });

  for (let at = 0; at < file.text.length && !state.stopped; at += CHUNK_CHARS) {
    if (walk.cancelled?.() === true) return 'cancelled';
    parser.write(file.text.slice(at, at + CHUNK_CHARS));
    const share = Math.min(1, (at + CHUNK_CHARS) / file.text.length);
    walk.progress?.(Math.round(share * file.bytesTotal), file.bytesTotal);
  }
  if (!state.stopped) parser.close();
  return 'done';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
