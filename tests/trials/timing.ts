import { randomUUID } from 'node:crypto';
import { deactivate } from '#office/person/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { openGround, type Ground } from '../app/doors/ground.ts';
import { ask, filled, formIn, formType, multipart, type Answer, type Field } from '../app/plain-http.ts';
import { employ, invited, today } from '../office/person-ground.ts';
import { mailServer } from '../server/mail-server.ts';
import { accepted } from '../verbs.ts';
import { percentile, unkept, type Report } from './report.ts';

/** Whose names are typed at the door. The first is who really may sign in; the others must not be told from him. */
const callers = ['known', 'unknown', 'deactivated', 'account ended', 'never came in'] as const;
type Caller = (typeof callers)[number];
/** After so many failures an account waits, whoever it is of. */
const turns = 5;

/** The doors at which a name is typed: a wrong password, and a password that was forgotten. */
const doors = [
  { named: 'sign-in', at: '/en/sign-in', typed: (email: string) => ({ email, password: 'није ова лозинка 12' }) },
  { named: 'reset', at: '/en/sign-in/forgotten', typed: (email: string) => ({ email }) },
] as const;

/**
 * Types known and other names at both doors, `each` times of every kind, each from an address of its own and in an order of chance, so that load and
 * time of day fall on all alike. The answers must be the same, and how long they took must not tell one kind from another.
 */
export async function answerTimes({ each }: { each: number }): Promise<Report> {
  const server = await mailServer();
  const ground = await openGround({ TRUSTED_PROXY: '127.0.0.1', SMTP_URL: `smtp://127.0.0.1:${server.mail.port}`, MAIL_FROM: server.mail.from });
  try {
    const names = await namesOf(ground, Math.ceil(each / turns));
    const reports: Report[] = [];
    for (const door of doors) {
      const form = formIn((await ask(`${ground.address}${door.at}`, { headers: from(0) })).text);
      const rounds = Array.from({ length: each }, (_, round) => shuffled(callers).map((caller) => ({ caller, email: names[caller][round % names[caller].length] ?? '' })));
      const heard = new Map<Caller, Answer[]>(callers.map((caller) => [caller, []]));
      // What is made once in the life of a process is made before.
      for (const caller of callers) await send(ground, door.at, filled(form, door.typed(`${randomUUID()}@primer.rs`)), 60_000 + callers.indexOf(caller));
      for (const [number, { caller, email }] of rounds.flat().entries()) heard.get(caller)?.push(await send(ground, door.at, filled(form, door.typed(email)), number + 1));
      reports.push(compared(door.named, heard));
    }
    return { figures: reports.flatMap(({ figures }) => figures), faults: reports.flatMap(({ faults }) => faults) };
  } finally {
    await ground.close();
    await server.close();
  }
}

/** So many addresses of each kind of people. */
async function namesOf({ client }: Ground, people: number): Promise<Record<Caller, string[]>> {
  const names: Record<Caller, string[]> = { known: [], unknown: [], deactivated: [], 'account ended': [], 'never came in': [] };
  for (let number = 0; number < people; number += 1) {
    names.known.push((await employ('editor')).email);
    names.unknown.push(`${randomUUID()}@primer.rs`);
    const [gone, ended] = [await employ('editor'), await employ('editor')];
    accepted(await deactivate(systemViewer, { id: gone.id, today }));
    await client.query(`set session_replication_role = replica; update person set expires_on = '2020-01-01' where id = '${ended.id}'; set session_replication_role = origin`);
    names.deactivated.push(gone.email);
    names['account ended'].push(ended.email);
    names['never came in'].push((await invited('editor')).email);
  }
  return names;
}

function send({ address }: Ground, at: string, fields: readonly Field[], number: number): Promise<Answer> {
  return ask(`${address}${at}`, { method: 'POST', body: multipart(fields), headers: { origin: address, 'content-type': formType, ...from(number) } });
}

function from(number: number): Record<string, string> {
  return { 'x-forwarded-for': `198.${18 + Math.floor(number / 65_536)}.${Math.floor(number / 256) % 256}.${number % 256}` };
}

/** Each kind beside the known: the medians, and how often one of the known took longer than one of the others, which is a half where time tells nothing. */
function compared(door: string, heard: ReadonlyMap<Caller, Answer[]>): Report {
  const took = (caller: Caller) => (heard.get(caller) ?? []).map((answer) => answer.took);
  const said = new Set([...heard.values()].flat().map(({ status, headers, text }) => `${status} ${headers.location ?? ''} ${text.replaceAll(/nonce="[^"]*"|value="[^"]*@primer\.rs"/g, '').length}`));
  const odds = callers.slice(1).map((caller) => ({ caller, longer: longerThan(took('known'), took(caller)) }));
  return {
    figures: [
      `${door}, ${took('known').length} times each, median (p10 to p90) in ms: ${callers.map((caller) => `${caller} ${spread(took(caller))}`).join(', ')}`,
      `${door}: a known name took longer in ${odds.map(({ caller, longer }) => `${(longer * 100).toFixed(0)} of 100 pairs with ${caller}`).join(', ')}; ${said.size} kinds of answers`,
    ],
    faults: unkept([
      [said.size === 1, `${door}: answers differ: ${[...said].join(' | ')}`],
      ...odds.map(({ caller, longer }) => [Math.abs(longer - 0.5) < 0.1, `${door}: time tells known names from ${caller}: longer in ${(longer * 100).toFixed(0)} of 100 pairs`] as const),
    ]),
  };
}

/** The share of pairs in which the one took longer than the other (Mann and Whitney). With 200 of each, chance alone goes beyond 0.44 or 0.56 once in twenty times. */
function longerThan(some: readonly number[], others: readonly number[]): number {
  const wins = some.reduce((sum, one) => sum + others.filter((other) => one > other).length + others.filter((other) => one === other).length / 2, 0);
  return wins / (some.length * others.length);
}

function spread(milliseconds: readonly number[]): string {
  const at = (share: number) => percentile(milliseconds, share).toFixed(1);
  return `${at(0.5)} (${at(0.1)} to ${at(0.9)})`;
}

function shuffled<T>(all: readonly T[]): T[] {
  return all.map((one) => ({ one, by: Math.random() })).toSorted((a, b) => a.by - b.by).map(({ one }) => one);
}
