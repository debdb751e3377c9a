import type { PoolClient } from 'pg';

/**
 * The same connection, which is given one query at a time: pg is about to refuse a second one while the first runs, and reads
 * of a page and of a rehearsal are asked for side by side. After `end` it takes none, so that what a failed transaction left
 * under way never runs on a connection that somebody else has by then.
 */
export function oneByOne(client: PoolClient): { client: PoolClient; end: () => void } {
  let last: Promise<unknown> = Promise.resolve();
  let over = false;
  const ask = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
  const query = (...asked: unknown[]) => {
    const answer = last.then(() => {
      if (over) throw new Error('The transaction of this query is over.');
      return ask(...asked);
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return { client: Object.create(client, { query: { value: query } }) as PoolClient, end: () => void (over = true) };
}
