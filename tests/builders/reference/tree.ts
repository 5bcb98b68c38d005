import { XMLParser } from 'fast-xml-parser';

/** An element: the elements in it and its own text by name, each as a list. */
export interface Tree {
  readonly [name: string]: readonly (Tree | string)[];
}

const parser = new XMLParser({
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  htmlEntities: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

type Node = Tree | string | undefined;

const isTree = (node: Node): node is Tree => typeof node === 'object';

/** The first element at a path. */
export const at = (node: Node, ...path: readonly string[]): Node =>
  path.reduce<Node>((inside, name) => (isTree(inside) ? inside[name]?.[0] : undefined), node);

/** All elements of a name. */
export const all = (node: Node, name: string): readonly (Tree | string)[] =>
  isTree(node) ? (node[name] ?? []) : [];

/** The value of an attribute. */
export const attribute = (node: Node, name: string): string | undefined => {
  const value: unknown = isTree(node) ? node[`@${name}`] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The text of an element as it stands. */
export const rawText = (node: Node): string => {
  if (typeof node === 'string') return node;
  const own: unknown = node?.['#text'];
  if (Array.isArray(own)) return own.filter((one) => typeof one === 'string').join('');
  return typeof own === 'string' ? own : '';
};

export const textOf = (node: Node): string => rawText(node).trim();

export const text = (node: Node, ...path: readonly string[]): string => textOf(at(node, ...path));

export const parseTree = (xml: string): Tree => {
  const parsed: unknown = parser.parse(xml);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the parser gives with every tag as a list
  return parsed as Tree;
};
