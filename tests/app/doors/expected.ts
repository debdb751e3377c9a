import type { Noun } from '#office/permission.ts';
import type { Call } from './calls.ts';
import { shams, type Subject } from './subjects.ts';
import { words, type Level, type Rule } from './words.ts';

/** Signed in, and let in nowhere but where a second factor is set up. */
const barred: Subject = 'an admin who must set up a second factor';

/** The status that this subject must get at this address, after the words. Throws where a route has none. */
export function expected(call: Call, subject: Subject): number {
  const rule = words[call.route];
  if (!rule) throw new Error(`${call.route} has no rule: say in tests/app/doors/words.ts who gets in.`);
  const out = subject === 'a visitor' || shams.includes(subject);
  if (rule.in === 'everybody') return call.target === null || call.target === 'a published record' ? 200 : 404;
  if (rule.in === 'who is not signed in') return out && subject !== barred ? 200 : 307;
  if (rule.in === 'who is half signed in') return 307;
  if (call.route.startsWith('/files/')) return call.target === 'a published record' || (call.target === 'a draft of another' && sees(subject, 'document')) ? 200 : 404;
  if (call.route.endsWith('/sign-in/link/[secret]')) return 410;
  if (subject === barred && /\/me\/second-factor(\/set-up)?$/.test(call.route)) return 200;
  if (out) return rule.away ?? (rule.in === 'nobody' ? 404 : 307);
  if (call.target === 'nothing' || rule.in === 'nobody' || rule.in === 'its maker') return 404;
  if (rule.in === 'staff') return 200;
  if (rule.in === 'admins') return subject === 'an admin' ? 200 : 404;
  if (rule.in === 'beginners') return mayBegin(subject, rule.nouns?.[0] ?? 'organisation') ? 200 : 403;
  if (rule.in === 'editors of the noun') return roleFor(subject, 'organisation') === 'editor' || roleFor(subject, 'organisation') === 'publisher' ? 200 : call.route.endsWith('/import') ? 403 : 404;
  return ofRecord(rule, call, subject);
}

/** Does this subject know of drafts of this noun that others made? */
export function sees(subject: Subject, noun: Noun): boolean {
  return reaches(roleFor(subject, noun), 'editor');
}

function ofRecord(rule: Rule, { noun, target }: Call, subject: Subject): number {
  if (!noun || (rule.nouns && !rule.nouns.includes(noun))) return 404;
  if (target === 'a draft of another' && !sees(subject, noun)) return 404;
  const level: Level = (target === 'a draft of another' ? rule.draft : rule.published) ?? 'publisher';
  return level === 'whoever sees it' || reaches(roleFor(subject, noun), level) ? 200 : 403;
}

type Held = 'contributor' | 'editor' | 'publisher' | null;

function roleFor(subject: Subject, noun: Noun): Held {
  if (subject === 'a contributor') return 'contributor';
  if (subject === 'an editor' || (subject === 'an editor of another noun' && noun === 'programme')) return 'editor';
  return subject === 'a publisher' ? 'publisher' : null;
}

/** Whoever was given one project may begin what belongs to it. */
function mayBegin(subject: Subject, noun: Noun): boolean {
  return roleFor(subject, noun) !== null || (subject === 'a publisher of another project' && (noun === 'milestone' || noun === 'document'));
}

function reaches(held: Held, wanted: Exclude<Held, null>): boolean {
  const ladder: readonly Held[] = ['contributor', 'editor', 'publisher'];
  return held !== null && ladder.indexOf(held) >= ladder.indexOf(wanted);
}
