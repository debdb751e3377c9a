import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { pdf } from '../office/files.ts';
import { filled, formIn, type Answer, type Field, type Reader } from '../app/plain-http.ts';

/** What was promised to people at their desks, and what they met. Times in milliseconds. */
export type Tally = {
  readonly saved: { record: string; text: string }[];
  readonly drafted: string[];
  readonly uploaded: { document: string; text: string }[];
  /** Acknowledged steps of the one record that is published and withdrawn in turn. */
  readonly stepped: ('published' | 'withdrawn')[];
  readonly faults: string[];
  readonly sentAgain: { times: number };
  readonly took: number[];
};

export function newTally(): Tally {
  return { saved: [], drafted: [], uploaded: [], stepped: [], faults: [], sentAgain: { times: 0 }, took: [] };
}

export function acknowledged({ saved, drafted, uploaded, stepped }: Tally): number {
  return saved.length + drafted.length + uploaded.length + stepped.length;
}

/** Addresses of the first partners of the workspace's table. */
export async function partnersOf(reader: Reader, number: number): Promise<string[]> {
  const { text } = await reader.get('/en/workspace/partners?sort=code');
  return [...new Set([...text.matchAll(/href="(\/en\/workspace\/partners\/[0-9a-f-]{36})"/g)].map(([, address = '']) => address))].slice(0, number);
}

/** Saves a new note into one record again and again. */
export async function keepSaving(reader: Reader, record: string, tally: Tally, leaving: AbortSignal): Promise<void> {
  while (!leaving.aborted) {
    const text = `note ${randomUUID()}`;
    const form = await opened(reader, `${record}/edit`, tally, leaving);
    const answer = form && await untilTaken(() => reader.post(`${record}/edit`, filled(form, { 'note.en': text }), hurry), tally, leaving);
    if (answer && isTaken(answer, record, tally)) tally.saved.push({ record, text });
  }
}

/** Publishes and withdraws one record in turn. */
export async function keepPublishing(reader: Reader, record: string, tally: Tally, leaving: AbortSignal, standing: 'published' | 'withdrawn'): Promise<void> {
  for (let next = standing === 'published' ? 'withdrawn' as const : 'published' as const; !leaving.aborted; next = next === 'published' ? 'withdrawn' : 'published') {
    const at = `${record}/${next === 'published' ? 'publish' : 'withdraw'}`;
    const form = await opened(reader, at, tally, leaving);
    const typed: Record<string, string> = next === 'published' ? {} : { 'publicReason.sr-Cyrl': 'проба' };
    const answer = form && await untilTaken(() => reader.post(at, filled(form, typed), hurry), tally, leaving);
    if (answer && isTaken(answer, record, tally)) tally.stepped.push(next);
  }
}

/** Drafts a document and brings it a file of more than a megabyte, again and again. */
export async function keepBringing(reader: Reader, project: string, tally: Tally, leaving: AbortSignal): Promise<void> {
  while (!leaving.aborted) {
    const title = `Paper ${randomUUID()}`;
    const form = await opened(reader, '/en/workspace/documents/new', tally, leaving);
    const entry = { 'title.sr-Cyrl': `Записник ${randomInt(2 ** 40)}`, 'title.en': title, kind: 'minutes', language: 'sr', visibility: 'public', 'seek.record.links.0.record': project };
    const drafted = form && await untilTaken(() => reader.post('/en/workspace/documents/new', filled(form, entry), hurry), tally, leaving);
    if (!drafted || !isTaken(drafted, '/en/workspace/documents/', tally)) continue;
    tally.drafted.push(title);
    const document = drafted.headers.location ?? '';
    const fields = await opened(reader, `${document}/files`, tally, leaving);
    const text = `file ${randomUUID()}`;
    const body = fields && fileForm(fields, text);
    const brought = body && await untilTaken(() => reader.post(`/files/attach/en/${document.split('/').at(-1)}`, [], { ...hurry, body, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } }), tally, leaving);
    if (brought && isTaken(brought, `${document}#files`, tally)) tally.uploaded.push({ document, text });
  }
}

const edge = 'xYzZy';
const hurry = { hurry: 20_000 };

/** A form with one file whose bytes begin with a text of its own. */
export function fileForm(fields: readonly Field[], text: string, bytes = 1_300_000): Buffer {
  const own = [...fields.filter(([name]) => ['version', 'request'].includes(name)), ['role', 'scan'] as const];
  const parts = own.map(([name, value]) => Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`));
  const file = Buffer.concat([pdf(text), Buffer.alloc(bytes, 'x'), pdf('end')]);
  return Buffer.concat([...parts, Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="files"; filename="${text}.pdf"\r\nContent-Type: application/pdf\r\n\r\n`), file, Buffer.from(`\r\n--${edge}--\r\n`)]);
}

/** The fields of a page's form, asked for until it is drawn; undefined where the trial ended meanwhile. */
async function opened(reader: Reader, at: string, tally: Tally, leaving: AbortSignal): Promise<Field[] | undefined> {
  while (!leaving.aborted) {
    const answer = await reader.get(at, hurry).catch(() => null);
    if (answer?.status === 200) return at.endsWith('/files') ? hiddenIn(answer.text) : formIn(answer.text);
    if (answer && answer.status !== 503) tally.faults.push(`GET ${at}: ${answer.status} ${answer.headers.location ?? ''}`);
    await wait(100);
  }
  return undefined;
}

/** Sends the same form until somebody answers it: a reply that is lost, or a 503, says nothing about what was saved. */
async function untilTaken(send: () => Promise<Answer>, tally: Tally, leaving: AbortSignal): Promise<Answer | undefined> {
  for (let times = 0; ; times += 1) {
    const answer = await send().catch(() => null);
    if (times > 0) tally.sentAgain.times += 1;
    if (answer) tally.took.push(answer.took);
    const away = answer === null || answer.status === 503 || /[?&]status=503/.test(answer.headers.location ?? '');
    if (!away) return answer;
    if (leaving.aborted) return undefined;
    await wait(100);
  }
}

function isTaken({ status, headers }: Answer, to: string, tally: Tally): boolean {
  const taken = status === 303 && (headers.location ?? '').startsWith(to) && !/[?&]status=/.test(headers.location ?? '');
  if (!taken) tally.faults.push(`sent to ${to}: ${status} ${headers.location ?? ''}`);
  return taken;
}

function hiddenIn(html: string): Field[] {
  return ['version', 'request'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '']);
}
