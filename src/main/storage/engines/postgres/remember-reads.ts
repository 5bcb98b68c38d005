import type pg from 'pg';

/**
 * What changes seldom and is read several times in one command, for each of its parts asks for itself: who we are, when
 * the school meets, what providers offer.
 */
const SELDOM = new Set([
  'workspace',
  'schools',
  'terms',
  'closures',
  'session_times',
  'heads',
  'providers',
  'provider_sessions',
  'provider_closures',
  'provider_adults',
  'provider_hosts',
  'keep_apart',
  'exclusions',
]);

/** Results of one transaction; a bulk import reads ever new ones. */
const MOST = 100;

interface Question {
  readonly text: string;
  readonly rowMode?: string | undefined;
}

/**
 * A connection for one transaction that asks the server the same question once: each answer is a message there and back,
 * and in a write the turn of everybody is waited for. Nobody else changes what a transaction sees of these tables (a
 * reading has its snapshot, one writes at a time); what it changes itself is asked anew.
 */
export function rememberReads(client: pg.PoolClient): pg.PoolClient {
  const known = new Map<string, { readonly tables: readonly string[]; readonly answer: Promise<unknown> }>();
  const ask = (asked: Question | string, values?: readonly unknown[]): Promise<unknown> => {
    const question = typeof asked === 'string' ? { text: asked } : asked;
    const send = () => client.query(question, values === undefined ? undefined : [...values]);
    const { text, rowMode = '' } = question;
    if (!text.startsWith('select ')) {
      const written = text.match(/^(?:insert into|update|delete from) "(\w+)"/)?.[1];
      for (const [key, { tables }] of known) {
        if (written === undefined || tables.includes(written)) known.delete(key);
      }
      return send();
    }
    const tables = [...text.matchAll(/\b(?:from|join) "?(\w+)/g)].map(([, name = '']) => name);
    if (tables.length === 0 || !tables.every((name) => SELDOM.has(name)) || known.size >= MOST) return send();
    const key = `${rowMode} ${text} ${JSON.stringify(values)}`;
    const before = known.get(key);
    if (before) return before.answer;
    const answer = send();
    known.set(key, { tables, answer });
    return answer;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the connection with one method replaced
  return Object.create(client, { query: { value: ask } }) as pg.PoolClient;
}
