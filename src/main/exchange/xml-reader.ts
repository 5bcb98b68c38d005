import { walkCarefully } from './careful-xml.ts';
import type { ProblemList } from './file-problems.ts';
import { quickXml, type QuickXml } from './quick-xml.ts';
import type { FileText } from './read-text.ts';
import type { XmlWalk } from './xml-walk.ts';

const WATCH_EVERY = 200;

/**
 * Walks a document and hands over one record at a time. Namespaces are ignored: names match by their local part. A
 * document type is refused, and with it every entity but the five of XML itself. Returns `cancelled` when the watch said
 * stop; else problems (if any) are in `problems`. Plain documents are read quickly; all others, and all that are wrong,
 * by the careful reader, which says where and why.
 */
export function walkXml(file: FileText, walk: XmlWalk, problems: ProblemList): 'done' | 'cancelled' {
  const quick = quickXml(file.text, walk);
  return quick === undefined ? walkCarefully(file, walk, problems) : handOver(quick, file, walk, problems);
}

function handOver(
  { root, rootLine, records }: QuickXml,
  { bytesTotal }: FileText,
  walk: XmlWalk,
  problems: ProblemList,
): 'done' | 'cancelled' {
  if (walk.cancelled?.() === true) return 'cancelled';
  const refused = walk.onRoot(root, rootLine);
  if (refused !== undefined) {
    problems.error(refused);
    return 'done';
  }
  for (const [at, [path, node]] of records.entries()) {
    if (at % WATCH_EVERY === WATCH_EVERY - 1) {
      if (walk.cancelled?.() === true) return 'cancelled';
      walk.progress?.(Math.round((at / records.length) * bytesTotal), bytesTotal);
    }
    walk.records[path]?.(node);
    if (problems.full()) break;
  }
  walk.progress?.(bytesTotal, bytesTotal);
  return 'done';
}
