import type { RawField } from './pupil-check.ts';
import type { XmlNode } from './xml-tree.ts';
import { descend } from './xml-tree.ts';

/** The value at a path below an element, and where to point when it is wrong; `base` is the path of the element. */
export function xmlField(node: XmlNode, path: readonly string[], base: string): RawField {
  const found = descend(node, path);
  return { text: found?.text, line: found?.line ?? node.line, element: `${base}/${path.join('/')}` };
}

/** The first of several places that holds text. */
export function firstField(node: XmlNode, paths: readonly (readonly string[])[], base: string): RawField {
  let first: RawField | undefined;
  for (const path of paths) {
    const field = xmlField(node, path, base);
    if ((field.text ?? '') !== '') return field;
    first ??= field;
  }
  return first ?? { text: undefined, line: node.line, element: base };
}
