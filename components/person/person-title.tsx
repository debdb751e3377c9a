import { useColleagueWords, type Colleague } from './colleague-words.ts';

/** A colleague's name as a heading. */
export function PersonTitle({ person }: { person: Colleague }) {
  return useColleagueWords()(person);
}
