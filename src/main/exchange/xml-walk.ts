import type { ProblemParts, ReadWatch } from './file-problems.ts';
import type { XmlNode } from './xml-tree.ts';

/** Bounds that no genuine file comes near; past them a file is hostile or broken. */
export const XML_LIMITS = { depth: 50, attributes: 50, elements: 4_000_000, recordElements: 50_000 } as const;

/** What is looked for in a document. */
export interface XmlWalk extends ReadWatch {
  /** Called once with the local name of the outermost element; a returned problem stops the reading. */
  readonly onRoot: (name: string, line: number) => ProblemParts | undefined;
  /** Called with each completed element whose path of local names (`Message/Header`) is a key. */
  readonly records: Readonly<Record<string, (node: XmlNode) => void>>;
  /** Local names of elements inside records that are not kept, with all they hold. */
  readonly skip?: ReadonlySet<string>;
}
