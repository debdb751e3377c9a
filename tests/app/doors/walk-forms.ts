import { ask, formIn, formType, multipart, type Field } from '../plain-http.ts';
import { callsOf } from './calls.ts';
import { routeTree } from './routes.ts';
import { shams, type Subject } from './subjects.ts';
import { words } from './words.ts';
import type { Party, Walked } from './walk-routes.ts';

const strangers: readonly Subject[] = ['a visitor', 'staff without a role', 'a publisher of another project', ...shams];

/**
 * Every form that the publisher and the administrator are given, sent as it stands by whoever may not: those who are not signed in and those who
 * hold no role. No row may come of it. Answers also how many forms there were.
 */
export async function walkForms(party: Party, how: 'full' | 'short'): Promise<Walked & { forms: number }> {
  const walked = { calls: 0, faults: [] as string[], forms: 0 };
  const held = await rowsIn(party);
  for (const [place, { address, fields, giver }] of (await formsOf(party, how)).entries()) {
    walked.forms += 1;
    const hands = how === 'full' ? strangers : [strangers[place % 3]!, strangers[3 + (place % shams.length)]!];
    for (const subject of hands) {
      const cookie = party.cookies[subject];
      const { status, headers } = await ask(`${party.ground.address}${address}`, {
        method: 'POST', body: multipart(fields), headers: { origin: party.ground.address, 'content-type': formType, ...(cookie ? { cookie } : {}) },
      });
      walked.calls += 1;
      const toRecord = status === 303 && !/\/sign-in|status=4/.test(String(headers.location));
      if (toRecord || status >= 500 || status === 200) walked.faults.push(`${address} of ${giver} sent by ${subject}: ${status} ${headers.location ?? ''}`);
    }
  }
  const now = await rowsIn(party);
  for (const [table, rows] of Object.entries(now)) if (held[table] !== rows) walked.faults.push(`${table}: ${held[table]} rows before, ${rows} after`);
  return walked;
}

/**
 * The same forms, filled in wrongly throughout, from somebody who is not signed in and carries nobody's mark: his right is asked before what he
 * sent is read, so that he is told that it is not his, and never what was wrong with it.
 */
export async function walkUnread(party: Party): Promise<Walked> {
  const walked: Walked = { calls: 0, faults: [] };
  for (const { address, fields, giver } of await formsOf(party, 'short')) {
    const wrong = fields.filter(([name]) => name !== 'holder').map(([name, value]): Field => [name, /^\$ACTION|^(id|request|version|opened|draft)$/.test(name) ? value : '\u0007'.repeat(9)]);
    const { status, text } = await ask(`${party.ground.address}${address}`, { method: 'POST', body: multipart(wrong), headers: { origin: party.ground.address, 'content-type': formType } });
    walked.calls += 1;
    if (status !== 403 && status !== 307) walked.faults.push(`${address} of ${giver}: ${status}`);
    if (/aria-invalid="true"|-issue"/.test(text)) walked.faults.push(`${address} of ${giver}: speaks of fields`);
  }
  return walked;
}

/** The forms at which nobody is signed in yet: signing in, and a link by which a password is set. */
export async function formsOfSignIn({ ground, secret }: Party & { readonly secret: string }): Promise<Form[]> {
  return Promise.all(['/en/sign-in', `/en/sign-in/link/${secret}`].map(async (address): Promise<Form> => {
    const { text } = await ask(`${ground.address}${address}`);
    return { address, fields: formIn(text), giver: 'a visitor' };
  }));
}

/** A form as its giver was given it; `fields` as they stand now. */
export type Form = { readonly address: string; fields: readonly Field[]; readonly giver: Subject };

/** The first form of every page of the workspace that has one, about each target; `short`: about one of them, of one register. */
export async function formsOf({ ground, aims, cookies }: Party, how: 'full' | 'short'): Promise<Form[]> {
  const forms: Form[] = [];
  for (const route of routeTree().filter(({ kind, address }) => kind === 'page' && address.includes('/workspace'))) {
    const calls = callsOf(route, aims).filter(({ target }) => target !== 'nothing');
    const asked = how === 'full' ? calls : [calls.find(({ noun }) => noun === 'agreement') ?? calls[0]!];
    const giver: Subject = words[route.address]?.in === 'admins' ? 'an admin' : 'a publisher';
    for (const { address } of asked) {
      const { status, text } = await ask(`${ground.address}${address}`, { headers: { cookie: cookies[giver] } });
      const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
      if (status === 200 && /<form[\s\S]*name="\$ACTION/.test(main)) forms.push(await withFirstRows({ address, fields: formIn(text), giver }, ground.address, cookies[giver] ?? ''));
    }
  }
  return forms;
}

/** The same form with a row in each group that has none, as the button „Додај“ gives it to a browser without scripts. */
export async function withFirstRows(form: Form, origin: string, cookie: string): Promise<Form> {
  let { fields } = form;
  for (const [group] of form.fields.filter(([name, value]) => name.endsWith('.rows') && value === '0')) {
    const body = multipart([...fields, ['again', group.slice(0, -'.rows'.length)]]);
    const { status, text } = await ask(`${origin}${form.address}`, { method: 'POST', body, headers: { origin, 'content-type': formType, cookie } });
    if (status !== 200) throw new Error(`${form.address} answered ${status} where a row of ${group} was asked for.`);
    fields = formIn(text);
  }
  return { ...form, fields };
}

/**
 * What the walk must leave as it is, by table: how many rows, and what they hold. What somebody has typed into a form goes to whoever the form was
 * given to, by the mark that it carries, whoever sends it (docs/decisions/0019): so unsent texts may come. So do security events, and the mark by which a stranger's are counted once a minute.
 */
async function rowsIn({ ground: { client } }: Party): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('security_event', 'sign_in_attempt', 'session', 'entry_draft')`);
  const counted: Record<string, string> = {};
  for (const { name } of tables) counted[name] = (await client.query<{ n: string }>(`select count(*) || '/' || coalesce(md5(string_agg(md5(to_jsonb(t) - 'mac' #>> '{}'), '' order by md5(to_jsonb(t) - 'mac' #>> '{}'))), '') as n from "${name}" t`)).rows[0]!.n;
  return counted;
}
