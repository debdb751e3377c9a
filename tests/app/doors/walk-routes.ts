import { ask, type Answer, type Visit } from '../plain-http.ts';
import type { Noun } from '#office/permission.ts';
import { callsOf, type Call } from './calls.ts';
import { expected, sees } from './expected.ts';
import type { Ground } from './ground.ts';
import { heardIn } from './marks.ts';
import { routeTree } from './routes.ts';
import { shams, subjects, type Cookies, type Subject } from './subjects.ts';
import type { Aims } from './targets.ts';

/** How many questions were asked, and each that was answered otherwise than the words say. */
export type Walked = { calls: number; faults: string[] };
export type Party = { readonly ground: Ground; readonly aims: Aims; readonly cookies: Cookies };

/**
 * Every route × every subject × every target. `short` asks each route once by each subject, by turns about another target, so
 * that a door that stands open for anybody is still found.
 */
export async function walkPages(party: Party, how: 'full' | 'short'): Promise<Walked> {
  const walked: Walked = { calls: 0, faults: [] };
  for (const [place, route] of askedByGet().entries()) {
    const calls = callsOf(route, party.aims);
    const asked = subjects.flatMap((subject, turn) => (how === 'full' ? calls : [calls[(place + turn) % calls.length]!]).map((call) => ({ call, subject })));
    await inParties(asked, async ({ call, subject }) => judge(walked, call, subject, 'HTML', await go(party, call.address, subject)));
  }
  return walked;
}

/** The same as Next's own client asks: in the workspace the same answer without the page around it, outside of it the document. */
export async function walkPayloads(party: Party, how: 'full' | 'short'): Promise<Walked> {
  const walked: Walked = { calls: 0, faults: [] };
  const few: readonly Subject[] = how === 'full' ? subjects : ['a visitor', 'a contributor', 'an admin', shams[2]!];
  for (const [place, route] of askedByGet().entries()) {
    const calls = callsOf(route, party.aims);
    const asked = few.flatMap((subject, turn) => (how === 'full' ? calls : [calls[(place + turn) % calls.length]!]).map((call) => ({ call, subject })));
    await inParties(asked, async ({ call, subject }) => judge(walked, call, subject, 'RSC', await goAsClient(party, call.address, subject)));
  }
  return walked;
}

/** Other names of the same things, and other verbs: nothing answers there, whoever asks. */
export async function walkStrangeDoors(party: Party): Promise<Walked> {
  const walked: Walked = { calls: 0, faults: [] };
  const tell = (said: string, ok: boolean) => void ((walked.calls += 1), ok || walked.faults.push(said));
  for (const route of routeTree()) {
    const [call] = callsOf(route, party.aims);
    const [path = ''] = call!.address.split('?');
    for (const subject of ['a visitor', 'a publisher'] as const) {
      for (const tail of ['.rsc', '.segments/_tree.segment.rsc', '.prefetch.rsc']) {
        const { status, text } = await go(party, `${path}${tail}`, subject);
        tell(`${path}${tail} by ${subject}: ${status}`, status === 404 && heardIn(text).size === 0);
      }
      await inParties(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'], async (method) => {
        const { status } = await go(party, path, subject, { method, headers: { origin: party.ground.address } });
        tell(`${method} ${path} by ${subject}: ${status}`, status === 405);
      });
      const { status } = await go(party, path, subject, { method: 'POST', headers: { origin: 'https://evil.example' } });
      tell(`foreign POST ${path} by ${subject}: ${status}`, status === 403 || status === 405);
      if (route.verbs.includes('GET')) {
        const [head, whole] = [await go(party, call!.address, subject, { method: 'HEAD' }), await go(party, call!.address, subject)];
        tell(`HEAD ${path} by ${subject}: ${head.status}, GET ${whole.status}`, head.text === '' && head.status === whole.status);
      }
    }
  }
  return walked;
}

/** A record that one may not know of, and none: the same words to the byte, after the same work. Answers the two median times. */
export async function walkAlikes(party: Party): Promise<Walked & { hidden: number; none: number }> {
  const walked: Walked = { calls: 0, faults: [] };
  const took: Record<'hidden' | 'none', number[]> = { hidden: [], none: [] };
  for (const route of askedByGet().filter(({ address }) => address.includes('[id]'))) {
    const calls = callsOf(route, party.aims).filter(({ noun }) => noun !== null);
    for (const noun of new Set(calls.map((call) => call.noun))) {
      const [hidden, none] = (['a draft of another', 'nothing'] as const).map((target) => calls.find((call) => call.noun === noun && call.target === target));
      if (!hidden || !none) continue;
      const by = async (call: Call, of: 'hidden' | 'none') => {
        const answer = await go(party, call.address, 'a contributor');
        took[of].push(answer.took);
        walked.calls += 1;
        return answer;
      };
      let [one, other] = [await by(hidden, 'hidden'), await by(none, 'none')];
      // In which pieces a page comes is chance; what it says is not.
      for (let again = 0; again < 4 && bare(one) !== bare(other); again += 1) [one, other] = [await by(hidden, 'hidden'), await by(none, 'none')];
      if (one.status !== 404 || other.status !== 404 || bare(one) !== bare(other)) walked.faults.push(`${route.address} of ${noun}: ${one.status} ${bare(one).length}, ${other.status} ${bare(other).length}`);
    }
  }
  return { ...walked, hidden: median(took.hidden), none: median(took.none) };
}

export function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

function askedByGet() {
  return routeTree().filter(({ verbs }) => verbs.includes('GET'));
}

function go({ ground, cookies }: Party, path: string, subject: Subject, { headers, ...visit }: Visit = {}): Promise<Answer> {
  return ask(`${ground.address}${path}`, { ...visit, headers: { ...(cookies[subject] ? { cookie: cookies[subject] } : {}), ...headers } });
}

const saysInPayload: Record<number, RegExp> = { 307: /NEXT_REDIRECT;/, 403: /You may not do this|Tables are uploaded by editors. Your role does not include it/, 404: /"nf-find"/, 410: /<h1|"h1"/ };

/** Somebody who says that he has the frame of the workspace already, so that the page alone is drawn for him. */
const within = encodeURIComponent(JSON.stringify(['', { children: [['locale', 'en', 'd', null], { children: ['workspace', { children: ['nowhere', {}] }] }] }, null, null]));

/** Next sends its client on to the same address with a parameter of its own, so that no cache takes the payload for the page. */
async function goAsClient(party: Party, path: string, subject: Subject): Promise<Answer> {
  const headers = { rsc: '1', 'next-url': '/en/workspace', ...(path.includes('/workspace') ? { 'next-router-state-tree': within } : {}) };
  const first = await go(party, path, subject, { headers });
  const to = String(first.headers.location ?? '');
  return first.status === 307 && /[?&]_rsc\b/.test(to) ? go(party, to, subject, { headers }) : first;
}

function judge(walked: Walked, call: Call, subject: Subject, transport: string, { status, headers, text }: Answer): void {
  walked.calls += 1;
  const wanted = expected(call, subject);
  const said = `${transport} ${call.address} (${call.route}, ${call.target ?? ''}) by ${subject}`;
  // Its client reads the payload whatever the status, which is sent before a page has decided.
  const ok = status === wanted || (transport === 'RSC' && status === 200 && saysInPayload[wanted]?.test(text));
  if (!ok) walked.faults.push(`${said}: ${status} and not ${wanted}`);
  const heard = [...heardIn(`${JSON.stringify(headers)} ${text}`)].filter((noun) => !sees(subject, noun as Noun));
  if (heard.length > 0) walked.faults.push(`${said}: holds the hidden ${heard.join(', ')}`);
  if (call.route.includes('/workspace') && !/no-store/.test(String(headers['cache-control']))) walked.faults.push(`${said}: may be kept (${headers['cache-control']})`);
}

/** What is said, whatever its order: without what differs by each answer or is of the address itself. */
function bare({ text }: Answer): string {
  const whole = text.replaceAll(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, '');
  const plain = whole.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '').replaceAll(/nonce(=|":|\\":\\)"[^"]*"/g, '').replaceAll(/history(\/|%2F|\|)\d+/gi, '');
  // A row of text says how long it is and ends in no line: the next one, whichever comes, stands right behind it.
  return plain.replaceAll(/\$[LHh@]?[0-9a-f]{1,3}\b/g, '$').split(/\\n|[0-9a-f]{1,3}:(?=[[{TIHEn$]|\\")/).toSorted().join('\n');
}

async function inParties<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 16) await Promise.all(all.slice(at, at + 16).map(work));
}
