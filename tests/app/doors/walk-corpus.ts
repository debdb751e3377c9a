import { Parser } from 'htmlparser2';
import { corpus, intruder, kept, type Nasty } from '../../corpus.ts';
import { invited } from '../../office/person-ground.ts';
import { ask, filled, formIn, formType, multipart, type Answer, type Field } from '../plain-http.ts';
import { formsOf, formsOfSignIn, withFirstRows, type Form } from './walk-forms.ts';
import type { Party, Walked } from './walk-routes.ts';

/**
 * The corpus × every field of every form of the workspace, through the real forms: refused in words, or kept to the letter; never a fault, and never
 * taken for markup in what comes back. `inputs` counts the values that were sent. `short` sends every tenth text, to all fields of a form at once; else every
 * text goes to all fields of each form at once, and at least `singly` values go alone: to each field every so-manieth text, by turns.
 */
export async function walkCorpus(party: Party, how: 'short' | { readonly singly: number }): Promise<Walked & { inputs: number; alone: number; taken: number; fields: number; forms: number }> {
  const texts = corpus.filter(({ text }) => text.length < 30_000);
  const forms = [...await formsOf(party, how === 'short' ? 'short' : 'full'), ...await formsOfSignIn({ ...party, secret: await freshLink() })].map((form) => ({ form, fields: typedInto(form) }));
  const fieldsOfAll = forms.reduce((sum, { fields }) => sum + fields.length, 0);
  const walked = { calls: 0, faults: [] as string[], inputs: 0, alone: 0, taken: 0, fields: fieldsOfAll, forms: forms.length };
  const every = how === 'short' ? Infinity : Math.max(1, Math.floor((fieldsOfAll * texts.length) / how.singly));
  for (const [place, { form, fields }] of forms.entries()) {
    for (const [at, nasty] of texts.entries()) {
      if (how !== 'short' || at % 10 === place % 10) await send(party, form, fields, nasty, walked);
      if (how === 'short') continue;
      for (const [number, field] of fields.entries()) if ((number + at + place) % every === 0) await send(party, form, [field], nasty, walked);
    }
  }
  return walked;
}

/** Every page that shows what was sent, in the workspace and outside of it: nothing of it has become an element, an attribute or a head. */
export async function walkStrangers({ ground, cookies }: Party, addresses: readonly string[]): Promise<Walked> {
  const walked: Walked = { calls: 0, faults: [] };
  for (const address of addresses) {
    const answer = await ask(`${ground.address}${address}`, { headers: { cookie: cookies['a publisher'] } });
    walked.calls += 1;
    const found = strangersIn(answer);
    if (answer.status >= 500 || found.length > 0) walked.faults.push(`${address}: ${answer.status} ${found.join(', ')}`);
  }
  return walked;
}

/** Elements and attributes of an answer that no page of the site has, and heads that a text has written. */
export function strangersIn({ text, headers }: Answer): string[] {
  const found: string[] = headers['set-cookie']?.filter((line) => line.includes('intruder')) ?? [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === intruder || tag === 'svg' && 'onload' in attributes) found.push(tag);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute.startsWith('on') || attribute === 'style') found.push(`${tag} ${attribute}`);
        if (/^(href|src|action|formaction)$/.test(attribute) && /^[\0- ]*(java|vb)script:|^[\0- ]*data:text\/html/i.test(value)) found.push(`${tag} ${attribute}=${value.slice(0, 40)}`);
      }
    },
  });
  parser.end(text);
  return found;
}

/** The secret of a link by which somebody who was invited sets his password. */
async function freshLink(): Promise<string> {
  return (await invited('editor')).secret;
}

async function send(party: Party, form: Form, into: readonly string[], nasty: Nasty, walked: { calls: number; faults: string[]; inputs: number; alone: number; taken: number }): Promise<void> {
  const fields = filled(form.fields, Object.fromEntries(into.map((name) => [name, nasty.text])));
  // What no post may hold is refused at the door, whoever sends it (tests/app/refusals.spec.ts).
  if (multipart(fields).length > 1_000_000) return;
  const answer = await post(party, form, fields);
  walked.calls += 1;
  walked.inputs += into.length;
  if (into.length === 1) walked.alone += 1;
  const said = `${nasty.name} in ${into.length === 1 ? into[0] : `${into.length} fields`} of ${form.address}`;
  const found = strangersIn(answer);
  if (found.length > 0) walked.faults.push(`${said}: ${found.join(', ')}`);
  if (answer.status >= 500 || answer.status === 400) walked.faults.push(`${said}: ${answer.status}`);
  if (answer.status !== 303 && answer.status !== 200) return;
  walked.taken += 1;
  // Half a surrogate has no bytes: what comes over the line is the sign that stands in its place, which is a text like any other.
  if (nasty.lost && nasty.text.isWellFormed() && answer.status === 303 && into.length === 1 && !isNoText(into[0]!) && !speaksForAnother(form, into[0]!)) walked.faults.push(`${said}: taken`);
  await refresh(party, form, into.length === 1 ? { field: into[0]!, text: nasty.text, said } : null, walked.faults);
}

/** What was taken changed the record: the form is opened anew, and says what is kept now. */
async function refresh({ ground, cookies }: Party, form: Form, typed: { field: string; text: string; said: string } | null, faults: string[]): Promise<void> {
  const { status, text } = await ask(`${ground.address}${form.address}`, { headers: { cookie: cookies[form.giver] } });
  if (status !== 200 || !text.includes('$ACTION')) return;
  const before = form.fields;
  try {
    form.fields = (await withFirstRows({ ...form, fields: formIn(text) }, ground.address, cookies[form.giver] ?? '')).fields;
  } catch {
    return;
  }
  if (!typed || !form.address.endsWith('/edit')) return;
  const held = form.fields.find(([name]) => name === typed.field)?.[1];
  const was = before.find(([name]) => name === typed.field)?.[1];
  if (held !== undefined && held !== was && kept(String(held)) !== kept(typed.text.toWellFormed())) faults.push(`${typed.said}: kept as ${JSON.stringify(String(held).slice(0, 60))}`);
}

async function post({ ground, cookies }: Party, { address, giver }: Form, fields: readonly Field[]): Promise<Answer> {
  return ask(`${ground.address}${address}`, { method: 'POST', body: multipart(fields), headers: { origin: ground.address, 'content-type': formType, cookie: cookies[giver] } });
}

/** The fields into which somebody types or among which he chooses; the marks of the form itself are tried by tests/app/refusals.spec.ts. */
export function typedInto({ fields }: Pick<Form, 'fields'>): string[] {
  return [...new Set(fields.map(([name]) => name))].filter((name) => !isMark(name));
}

function isMark(name: string): boolean {
  return /^\$ACTION|^(opened|holder|request|version|id|draft|register|token)$|\.rows$/.test(name);
}

/** Beside a picker the words that stand in it decide, whatever its id says; and a row in which nothing is written does not count, whatever it carries. */
function speaksForAnother({ fields }: Form, name: string): boolean {
  const row = /^(.+?\.\d+)\./.exec(name)?.[1];
  const picked = name.replace(/^was\./, '');
  return fields.some(([other]) => other.startsWith('seek.') && other.endsWith(`.${picked}`))
    || /\.(origin|state\.[A-Za-z-]+)$/.test(name) && row !== undefined && fields.every(([other, value]) => !other.startsWith(`${row}.`) || !value || /\.(origin|state\.[A-Za-z-]+|id|scope|certainty|currency|qualifier)$/.test(other));
}

/** Choices, dates and numbers have values of their own, which a browser sends and no one types. */
function isNoText(name: string): boolean {
  return /(^|\.)(sort|seq|key|wish|again|remove|place)$/.test(name);
}
