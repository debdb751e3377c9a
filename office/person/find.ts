import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { person, personal } from '#db/schema/person.ts';
import { wordsOf } from '#office/search/search.ts';
import type { Viewer } from '#office/viewer.ts';
import { seesPeople } from './read.ts';

const name = alias(personal, 'name');
const email = alias(personal, 'email');

/** Those of the office whose names or addresses have words that begin with all of these, folded; nobody for whoever is not an admin. */
export async function findPeople(viewer: Viewer, words: readonly string[], limit: number): Promise<{ id: string; name: string; email: string | null }[]> {
  if (!seesPeople(viewer) || words.length === 0) return [];
  // An office has some hundreds of people at most, and their names lie beside them as they were written.
  const people = await reader().select({ id: person.id, name: name.value, email: email.value }).from(person)
    .innerJoin(name, and(eq(name.ownerId, person.id), eq(name.field, 'name')))
    .leftJoin(email, and(eq(email.ownerId, person.id), eq(email.field, 'email')))
    .where(isNull(person.anonymisedAt)).orderBy(name.value, person.id);
  const answers = (said: readonly string[]) => words.every((word) => said.some((one) => one.startsWith(word)));
  return people.filter((one) => answers(wordsOf(`${one.name} ${one.email ?? ''}`))).slice(0, limit);
}
