import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { before, beforeEach, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { aside } from '#office/change.ts';
import { post } from '#office/posting.ts';
import { sendDue } from '#server/jobs/mailing.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { invited } from '../office/person-ground.ts';
import { mailServer, type MailServer } from './mail-server.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';

const program = path.join(import.meta.dirname, 'mailing-kill.ts');
const open = new AbortController().signal;

describe('the app is killed while it sends', () => {
  const database = useEmptyDatabase();
  let ana = '';
  before(async () => { ana = (await invited('editor')).id; });
  beforeEach(() => aside((db) => db.delete(outbox)));

  const lay = (many: number) => aside(async (db) => {
    for (let n = 0; n < many; n += 1) await post(db, { kind: 'trial', occasion: String(n), to: { personId: ana } });
  });
  const child = ({ mail }: MailServer) => fork(program, [database.url(), String(mail.port)]);
  /** What the lease would do in five minutes. */
  const leaseOver = () => aside((db) => db.update(outbox).set({ nextAt: sql`now()` as never }));
  const kill = async (process: ChildProcess) => {
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
  };
  const letters = ({ came }: MailServer) => Map.groupBy(came, ({ text }) => /Message-ID: (\S+)/i.exec(text)?.[1] ?? '');

  test('after the letter was taken and before it was noted: it comes once more with the same Message-ID, and no other letter does', async () => {
    let sender: ChildProcess | undefined;
    let killed: Promise<void> | undefined;
    const server = await mailServer({
      atEnd: (_cut, done) => {
        // The third is taken, its answer is on the way, and the sender dies.
        if (server.came.length === 3 && sender && !killed) killed = kill(sender);
        done();
      },
    });
    await lay(6);
    sender = child(server);
    await once(sender, 'exit');
    await killed;
    const took = server.came.length;
    assert.ok(took >= 3 && took < 6, `${took} letters were taken when the sender died`);
    await leaseOver();
    await sendDue(server.mail, open);
    const times = [...letters(server).values()].map(({ length }) => length);
    assert.equal(times.length, 6, 'none is lost');
    assert.ok(times.filter((many) => many > 1).length <= 1 && Math.max(...times) <= 2, `each came so often: ${times.join(' ')}`);
    assert.equal(await reader().$count(outbox, sql`sent_at is not null`), 6);
    await server.close();
  });

  test('before the letter was begun: no doubt, no repeat', async () => {
    let sender: ChildProcess | undefined;
    const asked = Promise.withResolvers<void>();
    let hold = true;
    const server = await mailServer({ onRcptTo: (_to, _session, done) => { asked.resolve(); if (!hold) done(); } });
    await lay(1);
    sender = child(server);
    await asked.promise;
    await kill(sender);
    hold = false;
    await leaseOver();
    await sendDue(server.mail, open);
    assert.equal(server.came.length, 1);
    const [row] = await reader().select({ unclear: outbox.unclear, sentAt: outbox.sentAt }).from(outbox);
    assert.deepEqual([row?.unclear, row?.sentAt === null], [0, false]);
    await server.close();
  });

  test('each time in the middle of the same letter: after one repeat it waits for somebody to look', async () => {
    let sender: ChildProcess | undefined;
    const server = await mailServer({ atEnd: () => sender?.kill('SIGKILL') });
    await lay(1);
    for (let time = 0; time < 3; time += 1) {
      sender = child(server);
      await once(sender, 'exit');
      await leaseOver();
    }
    assert.equal(server.came.length, 2);
    const [row] = await reader().select({ fault: outbox.fault, endedAt: outbox.endedAt }).from(outbox);
    assert.deepEqual([row?.fault, row?.endedAt === null], ['unclear', false]);
    await server.close();
  });
});
