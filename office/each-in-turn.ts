import { isDatabaseAway } from '#db/away.ts';

/** Works on each in turn and answers with what came of them. One that breaks holds up no other: what broke first is thrown when all had their turn, or at once where the database is away. */
export async function eachInTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const faults: unknown[] = [];
  const done: R[] = [];
  for (const one of all) {
    try {
      done.push(await work(one));
    } catch (fault) {
      if (isDatabaseAway(fault)) throw fault;
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return done;
}

export function sum(some: readonly number[]): number {
  return some.reduce((all, one) => all + one, 0);
}
