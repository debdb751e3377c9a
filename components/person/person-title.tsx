import { capital } from '#messages/capital.ts';
import { useColleagueWords, type Colleague } from './colleague-words.ts';

/** A colleague's name as a heading: as it was given, or with a capital what somebody is called whose name was erased. */
export function PersonTitle({ person }: { person: Colleague }) {
  const called = useColleagueWords()(person);
  return person.name ?? capital(called);
}
