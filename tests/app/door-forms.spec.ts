import { expect, test } from '@playwright/test';
import { belgradeToday } from '#messages/dates.ts';
import { beginFactor } from '#office/person/second-factor.ts';
import { beginSession, staffBySecret } from '#office/person/session.ts';
import { corpus } from '../corpus.ts';
import { halfOf, withFactor } from '../office/factor-ground.ts';
import { employ, invited } from '../office/person-ground.ts';
import { openGround, type Ground } from './doors/ground.ts';
import { sessionCookieOf } from './doors/subjects.ts';
import { strangersIn, typedInto } from './doors/walk-corpus.ts';
import { ask, filled, formIn, formType, multipart, type Answer } from './plain-http.ts';

// The forms at which somebody proves who he is, each field × the whole corpus, each time from another address and with all counts at nought, so that
// what was typed is read every time. Letters are configured, since a forgotten password is asked for only then; the server that would take them is not there.
let ground: Ground;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  ground = await openGround({ TRUSTED_PROXY: '127.0.0.1', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'povelja@povelja.example' });
});
test.afterAll(async () => ground?.close());

/** Where the form is, and what its sender's browser brings along. `again` makes good what a text that was taken has used up. */
type Door = { readonly at: string; readonly cookie: string; readonly again: string };

async function doors(): Promise<Door[]> {
  process.env.AUTH_SECRET = ground.authSecret;
  const [holder, colleague] = [await withFactor('editor'), await employ('editor')];
  const secret = await beginSession(colleague.id, { agent: 'spec', address: '192.0.2.1' });
  const viewer = await staffBySecret(secret, belgradeToday(new Date()));
  expect(viewer && (await beginFactor(viewer)).done).toBe(true);
  const own = { cookie: await sessionCookieOf(secret, ground.authSecret), again: 'update session set ended_at = null' };
  const link = { cookie: '', again: 'update one_time_link set used_at = null' };
  return [
    { at: '/en/sign-in', cookie: '', again: 'select' },
    { at: '/en/sign-in/forgotten', cookie: '', again: 'select' },
    { at: '/en/sign-in/code', cookie: `__Host-povelja.half=${await halfOf(holder.email)}`, again: 'update half_sign_in set ended_at = null, started_at = now()' },
    { at: `/en/sign-in/link/${(await invited('editor')).secret}`, ...link },
    { at: '/en/workspace/me/password', ...own },
    { at: '/en/workspace/me/email', ...own },
    { at: '/en/workspace/me/second-factor/set-up', ...own },
  ];
}

/** The most that a post of a form may weigh. */
const limit = 1_000_000;
let asked = 0;

function visit({ at, cookie }: Door, body?: Buffer): Promise<Answer> {
  asked += 1;
  const from = { 'x-forwarded-for': `198.18.${Math.floor(asked / 250)}.${asked % 250 + 1}`, ...(cookie ? { cookie } : {}) };
  return ask(`${ground.address}${at}`, body ? { method: 'POST', body, headers: { ...from, origin: ground.address, 'content-type': formType } } : { headers: from });
}

test('what is typed to do harm at the doors is refused in words or taken, never a fault, never markup, and not in the log', async () => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  let sent = 0;
  for (const door of await doors()) {
    const page = await visit(door);
    expect(page.status, door.at).toBe(200);
    const form = formIn(page.text);
    const fields = typedInto({ fields: form });
    expect(fields.length, door.at).toBeGreaterThan(0);
    for (const field of fields) {
      for (const { name, text } of corpus) {
        const body = multipart(filled(form, { [field]: text }));
        // Of what is over the limit the line may be cut while we still write.
        const answer = await visit(door, body).catch((fault: unknown) => { if (body.length > limit) return null; throw fault; });
        sent += 1;
        if (!answer) continue;
        const said = `${name} in ${field} of ${door.at.slice(0, 24)}: ${answer.status}`;
        if (body.length > limit ? answer.status !== 413 : ![200, 303, 403, 422].includes(answer.status)) faults.push(said);
        if (answer.status === 422 && !/class="[^"]*errs|-issue"/.test(answer.text)) faults.push(`${said}, without a word`);
        const found = answer.status === 413 ? [] : strangersIn(answer);
        if (found.length > 0) faults.push(`${said}: ${found.join(', ')}`);
        await ground.client.query(`delete from sign_in_attempt; ${door.again}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(sent).toBeGreaterThan(400);
  // Short ones stand in any log.
  expect(corpus.filter(({ text }) => text.length > 5 && ground.said().includes(text.slice(0, 200))).map(({ name }) => name)).toEqual([]);
});
