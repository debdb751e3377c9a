import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { securityEvent } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { startClock } from '#server/jobs/clock.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';

const database = useEmptyDatabase();

test('a job whose insert fails is one line in the log, told once, that names the fault and nothing of what was to be kept', async () => {
  await asOwner(database.url(), (client) => client.query(`create function full_disk() returns trigger language plpgsql as $$ begin raise 'could not extend file' using errcode = '53100'; end $$;
    create trigger full_disk before insert on security_event for each row execute function full_disk()`));
  const said: string[] = [];
  const job = startClock({
    name: 'The taking in of tables', pause: 10, log: (line) => said.push(line),
    turn: async () => {
      await aside((db) => db.insert(securityEvent).values({ kind: 'ana@povelja.example', detail: { phone: '+381 64 000 111' } }));
      return undefined;
    },
  });
  await wait(300);
  await job.close();
  assert.deepEqual(said, ['The taking in of tables failed: 53100 could not extend file']);
});
