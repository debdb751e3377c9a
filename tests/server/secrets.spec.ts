import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { authSecretBefore, keepSecrets } from '#server/secrets.ts';

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

test('the auth-secret before is taken from where it is named or lies, never made, and never the present one', (t) => {
  const here = folder(t);
  const { authSecret } = keepSecrets(here, {});
  assert.equal(authSecretBefore(here, undefined), null);
  renameSync(path.join(here, 'secrets', 'auth-secret'), path.join(here, 'secrets', 'auth-secret-before'));
  assert.notEqual(keepSecrets(here, {}).authSecret, authSecret);
  assert.equal(authSecretBefore(here, undefined), authSecret);
  assert.equal(authSecretBefore(here, 'b'.repeat(40)), 'b'.repeat(40));
});

function folder(t: { after(run: () => void): void }): string {
  const made = mkdtempSync(path.join(tmpdir(), 'povelja-test-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return path.join(made, 'data');
}
