import { randomUUID } from 'node:crypto';
import { connect as dial } from 'node:net';
import { connect, disconnect } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, revise } from '#office/organisation/write.ts';
import { startPostgres } from '#server/postgres.ts';
import { filled, formIn, formType, multipart, type Answer, type Field, type Reader } from '../app/plain-http.ts';
import { disagreements } from '../db/agreement.ts';
import { asOwner } from '../cluster.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { times, unkept, type Report } from './report.ts';

/** In every round two to twenty people save one record through the gate, from the same version: one does, all others hear of it. */
export async function sameRecord({ rounds }: { rounds: number }): Promise<Report> {
  return onOwnDatabase(async (url) => {
    const id = accepted(await draft(staff('editor'), { entry: named('Запис') }));
    const faults: string[] = [];
    let conflicts = 0;
    for (let version = 1; version <= rounds; version += 1) {
      const people = Array.from({ length: 2 + (version % 19) }, (_, number) => `Запис ${version} ${number}`);
      const outcomes = await Promise.all(people.map((name) => revise(staff('editor'), { id, version, entry: named(name), requestId: randomUUID() })));
      const done = people.filter((_, at) => outcomes[at]?.done);
      const told = outcomes.filter((one) => !one.done && one.status === 409 && one.issues[0]?.rule === 'stale').length;
      conflicts += told;
      if (done.length !== 1 || told !== people.length - 1) faults.push(`round ${version}: ${done.length} saved and ${told} of ${people.length} told of the conflict`);
      const [stands] = await asOwner(url, async (client) => (await client.query<{ version: number; name: string }>("select version, name -> 'sr-Cyrl' ->> 'text' as name from organisation where id = $1", [id])).rows);
      if (stands?.version !== version + 1 || stands.name !== done[0]) faults.push(`round ${version}: it stands at ${stands?.version} as ${stands?.name}`);
    }
    return { figures: [`${rounds} rounds of two to twenty people saving one record: ${rounds} saved, ${conflicts} told of the conflict`], faults: [...faults, ...await asOwner(url, disagreements)] };
  });
}

/** One form sent two to fifty times at once, and once more afterwards: one record, and the same answer to all. */
export async function sameForm({ rounds }: { rounds: number }): Promise<Report> {
  return onOwnDatabase(async (url) => {
    const faults: string[] = [];
    let sent = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [editor, requestId, entry] = [staff('editor'), randomUUID(), named(`Двапут ${round}`)];
      const presses = 2 + ((round * 7) % 49);
      const outcomes = await Promise.all(Array.from({ length: presses }, () => draft(editor, { entry, requestId })));
      outcomes.push(await draft(editor, { entry, requestId }));
      sent += outcomes.length;
      const ids = new Set(outcomes.map((one) => (one.done ? one.value.id : `refused ${one.status}`)));
      const first = outcomes.filter((one) => one.done && !one.value.repeated).length;
      if (ids.size !== 1 || first !== 1) faults.push(`round ${round}: ${[...ids].join(', ')}, ${first} written`);
    }
    const [held] = await asOwner(url, async (client) => (await client.query<{ n: number }>('select count(*)::int as n from organisation')).rows);
    if (held?.n !== rounds) faults.push(`${held?.n} records after ${rounds} forms`);
    return { figures: [`${rounds} forms sent ${sent} times, two to fifty at once: ${held?.n} records`], faults: [...faults, ...await asOwner(url, disagreements)] };
  });
}

/**
 * So many people open one record and send their form at the same moment: one saves, and everybody else gets back what he typed, with
 * the conflict. Who is told to try again does.
 */
export async function manyPeople({ people }: { people: number }, reader: Reader, record: string): Promise<Report> {
  const form = formIn((await reader.get(`${record}/edit`)).text);
  const faults: string[] = [];
  const [took, repeats] = [[] as number[], { times: 0 }];
  const one = async (number: number): Promise<'saved' | 'told'> => {
    const typed = `person ${number} ${randomUUID()}`;
    const mine = filled(form, { 'note.en': typed, request: randomUUID() });
    for (;;) {
      const answer = await reader.post(`${record}/edit`, mine).catch(() => null);
      if (!answer) {
        faults.push('not answered within half a minute');
        return 'told';
      }
      took.push(answer.took);
      if (answer.status === 303) return 'saved';
      if (!answer.text.includes(typed)) faults.push(`${answer.status} without what was typed`);
      if (answer.status === 409) return 'told';
      if (answer.status !== 503) faults.push(`answered with ${answer.status}`);
      if (answer.status !== 503) return 'told';
      repeats.times += 1;
    }
  };
  const ends = await Promise.all(Array.from({ length: people }, (_, number) => one(number)));
  const saved = ends.filter((end) => end === 'saved').length;
  return {
    figures: [`${people} people saved one record at once: ${saved} saved, ${people - saved} told of the conflict with all they had typed; ${repeats.times} told to send again; ${times(took)}`],
    faults: [...faults, ...unkept([[saved === 1, `${saved} saved`]])],
  };
}

/** A form sent at once, again after its reply was lost, and again by going back: one record. */
export async function pressedTwice({ presses }: { presses: number }, reader: Reader, count: (name: string) => Promise<number>): Promise<Report> {
  const at = '/en/workspace/partners/new';
  const faults: string[] = [];
  const opened = async (name: string): Promise<Field[]> => filled(formIn((await reader.get(at)).text), { 'name.sr-Cyrl': name, kind: 'ngo' });
  const numbers = () => String(Math.floor(Math.random() * 1e12));
  const [doubled, lost] = [`Удвојено удружење ${numbers()}`, `Изгубљен одговор ${numbers()}`];
  const form = await opened(doubled);
  const answers = await Promise.all(Array.from({ length: presses }, () => again(reader, at, form)));
  answers.push(await again(reader, at, form));
  const places = new Set(answers.map(({ status, headers }) => `${status} ${headers.location ?? ''}`));
  const unheard = await opened(lost);
  await sendAndHangUp(reader, at, unheard);
  const after = [await again(reader, at, unheard), await again(reader, at, unheard)];
  const counts = [await count(doubled), await count(lost)];
  if (places.size !== 1 || !answers.every(({ status }) => status === 303)) faults.push(`answers to one form: ${[...places].join(', ')}`);
  if (after[0]?.status !== 303 || after[0].headers.location !== after[1]?.headers.location) faults.push(`after a lost reply: ${after.map(({ status }) => status).join(', ')}`);
  if (counts.join() !== '1,1') faults.push(`records: ${counts.join(' and ')}`);
  return { figures: [`one form pressed ${presses} times at once, again after a lost reply, and after going back: one record and the same answer each`], faults };
}

/** As a person would, where he is told to. */
async function again(reader: Reader, at: string, form: readonly Field[]): Promise<Answer> {
  for (;;) {
    const answer = await reader.post(at, form);
    if (answer.status !== 503) return answer;
  }
}

/** The whole form goes out, and nobody is there any more when the answer comes. */
function sendAndHangUp(reader: Reader, at: string, form: readonly Field[]): Promise<void> {
  const { hostname, port, origin, host } = new URL(reader.origin);
  const body = multipart(form);
  return new Promise((resolve, reject) => {
    const socket = dial(Number(port), hostname, () => {
      socket.write(`POST ${at} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${reader.cookies().join('; ')}\r\nContent-Type: ${formType}\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.write(body, () => setTimeout(() => { socket.destroy(); resolve(); }, 5));
    });
    socket.on('error', reject);
  });
}

async function onOwnDatabase(work: (url: string) => Promise<Report>): Promise<Report> {
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  try {
    await migrate(postgres.url);
    connect({ url: postgres.url });
    return await work(postgres.url);
  } finally {
    await disconnect();
    await postgres.stop();
    await remove();
  }
}

function named(name: string) {
  return parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['local_government'] });
}
