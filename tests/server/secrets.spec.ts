import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { keepSecrets } from '#server/secrets.ts';

test('absent secrets are made once, differ from each other and from other places, and are readable by their owner alone', (t) => {
  const [here, there] = [folder(t), folder(t)];
  const first = keepSecrets(here, {});
  assert.deepEqual(keepSecrets(here, {}), first);
  assert.equal(new Set([...Object.values(first), ...Object.values(keepSecrets(there, {}))]).size, 6);
  for (const secret of Object.values(first)) assert.equal(Buffer.from(secret, 'base64').length, 32);
  for (const name of ['auth-secret', 'ledger-key', 'actions-key']) {
    assert.equal(statSync(path.join(here, 'secrets', name)).mode & 0o777, 0o600);
  }
});

test('a given secret is used and not written down', (t) => {
  const here = folder(t);
  const given = 'a'.repeat(40);
  assert.equal(keepSecrets(here, { authSecret: given }).authSecret, given);
  assert.throws(() => statSync(path.join(here, 'secrets', 'auth-secret')), { code: 'ENOENT' });
});

function folder(t: { after(run: () => void): void }): string {
  const made = mkdtempSync(path.join(tmpdir(), 'povelja-test-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return path.join(made, 'data');
}
