import { getTableColumns, isNotNull, sql } from 'drizzle-orm';
import type { TestApp } from '../builders/app.ts';

/** A formula, markup, Word's XML, a template's tag and an entity: what any file that we write must keep as text. */
export const HOSTILE =
  '=HYPERLINK("http://evil.example","x")<script>alert(1)</script><img src=x onerror=alert(1)>{#blocks}{line}{/blocks}{constructor}</w:t><w:br/>&amp;]]>';

/** The same, with lines of its own: a calendar or a list would take what follows for its own next line. */
export const HOSTILE_LINES = `${HOSTILE}\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd\r\n=1+1,"x"`;

/** Short enough for a name in the layout of a return. */
const HOSTILE_SHORT = '=1+1<b>&{line}';

/** Columns that hold what people typed or other programs sent, by their names. */
const ON_ONE_LINE =
  /^(surname|forename|preferredSurname|form|name|contactName|decidedBy|course|cluster|host|visitor|title)$/;
const ON_SEVERAL =
  /^(note|reason|account|incidentPlace|incidentLesson|incidentAccount|address|advice|work|behaviour|nextSteps|explanation|evidence)$/;

/** Tables whose names are ours, or keys that other rows go by. */
const LEFT_ALONE = new Set(['workspace', 'audit', 'closures', 'terms', 'atRiskCriteria', 'publishedFigures']);

/** Writes hostile text before every name and note in a database; what a rule of the database forbids stays. */
export async function makeNamesHostile(app: TestApp): Promise<readonly string[]> {
  const changed: string[] = [];
  await app.services.store.write(async (db) => {
    for (const [table, of] of Object.entries(db.tables)) {
      if (LEFT_ALONE.has(table)) continue;
      for (const [key, column] of Object.entries(getTableColumns(of))) {
        if (column.dataType !== 'string') continue;
        const name = table === 'pupils' ? HOSTILE_SHORT : HOSTILE;
        const text = ON_ONE_LINE.test(key) ? name : ON_SEVERAL.test(key) ? HOSTILE_LINES : undefined;
        if (text === undefined) continue;
        try {
          await db
            .update(of)
            .set({ [key]: sql`${text} || ${column}` })
            .where(isNotNull(column));
          changed.push(`${table}.${key}`);
        } catch {
          // A word that the database knows one by one.
        }
      }
    }
    return { ok: true };
  });
  return changed;
}
