import { useColleagueWords, type Colleague } from './colleague-words.ts';

/** A colleague's name as a heading, which begins with a capital also where the name was erased. */
export function PersonTitle({ person }: { person: Colleague }) {
  const called = useColleagueWords()(person);
  return called.charAt(0).toLocaleUpperCase() + called.slice(1);
}
