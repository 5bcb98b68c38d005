import type { ProblemList } from './file-problems.ts';

/** One element of a record: local name, line, its own text (trimmed) and its children in order. */
export interface XmlNode {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** The first child element of this name. */
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

/** Every child element of this name. */
export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The element reached by going down `path`, one name at a time. */
export function descend(node: XmlNode | undefined, path: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of path) at = childOf(at, name);
  return at;
}

/** The text at `path`, or undefined when the element is missing or empty: both mean "not given". */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const text = descend(node, path)?.text;
  return text === undefined || text === '' ? undefined : text;
}

/**
 * Reports elements named in `once` that are repeated: which of the two holds cannot be known. Only what we read
 * is looked at, so that a repeated element of no interest does not refuse a file.
 */
export function reportRepeats(
  node: XmlNode | undefined,
  path: string,
  once: ReadonlySet<string>,
  problems: ProblemList,
): void {
  if (node === undefined) return;
  const seen = new Map<string, number>();
  for (const child of node.children) {
    if (!once.has(child.name)) continue;
    const first = seen.get(child.name);
    if (first === undefined) seen.set(child.name, child.line);
    else {
      problems.error({
        line: child.line,
        element: `${path}/${child.name}`,
        value: child.text,
        message: `${child.name} is given twice for the same record, first on line ${String(first)}.`,
        remedy: 'Export the file again from the system it came from, or remove the one that is wrong.',
      });
    }
  }
}

/** Two headers mean that two files were pasted together. */
export function reportSecondHeader(node: XmlNode, path: string, problems: ProblemList): void {
  problems.error({
    line: node.line,
    element: path,
    message: 'The file has a second header here: two files may have been joined.',
    remedy: 'Export the file again from the system it came from.',
  });
}
