import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { organisation } from '#db/schema/organisation.ts';
import { local } from '#messages/local-text.ts';
import { refused } from '#office/outcome.ts';
import { withdraw } from '#office/organisation/write.ts';
import { layDown } from '#office/seed/lay-down.ts';
import { settle } from '#office/seed/settle.ts';
import { systemViewer } from '#office/viewer.ts';
import { tell } from '../cluster.ts';
import { useEmptyDatabase } from '../fixtures.ts';

const today = '2026-03-01';

describe('laying down what may stand already', () => {
  const database = useEmptyDatabase();

  test('a refusal stops the laying down and says which record it was', async () => {
    const laying = settle(organisation, {
      code: 'NI-ORG-999',
      draft: async () => refused(422, { field: 'name', rule: 'required' }),
      publish: async () => assert.fail('published what was never drafted'),
    });
    await assert.rejects(laying, /NI-ORG-999.*required/);
    assert.equal((await reader().select({ id: organisation.id }).from(organisation)).length, 0);
  });

  test('a draft that an interrupted start left behind is completed and published, not drafted again', async () => {
    await layDown(today);
    // As if the process had been killed between the draft and what follows it.
    await undo(database.url());
    await layDown(today);
    const [memorandum] = await reader().select({ id: agreement.id, publication: agreement.publication }).from(agreement).where(eq(agreement.code, 'NI-MOR-001'));
    assert.equal(memorandum?.publication, 'published');
    const acts = await reader().select({ kind: agreementAct.kind }).from(agreementAct).where(eq(agreementAct.agreementId, memorandum.id));
    assert.deepEqual(acts, [{ kind: 'signature' }]);
    const changes = await reader().select({ action: change.action }).from(change).where(eq(change.recordId, memorandum.id)).orderBy(change.seq);
    assert.deepEqual(changes.map(({ action }) => action).slice(-2), ['agreement.recordAct', 'agreement.publish']);
    assert.equal(changes.filter(({ action }) => action === 'agreement.draft').length, 1);
  });

  test('what the office has withdrawn stays withdrawn', async () => {
    const [held] = await reader().select({ id: organisation.id }).from(organisation).where(eq(organisation.code, 'NI-ORG-010'));
    const answer = await withdraw(systemViewer, { id: held?.id ?? '', reason: local({ sr: 'Назив није потврђен.', en: 'The name is not confirmed.' }) });
    assert.ok(answer.done);
    await layDown(today);
    const [after] = await reader().select({ publication: organisation.publication }).from(organisation).where(eq(organisation.code, 'NI-ORG-010'));
    assert.equal(after?.publication, 'withdrawn');
  });
});

/** Takes the memorandum back to its bare draft, as the owner of the database and past the ledger. */
async function undo(url: string): Promise<void> {
  await tell(url, `set session_replication_role = replica;
    delete from agreement_act where agreement_id = (select id from agreement where code = 'NI-MOR-001');
    update agreement set publication = 'draft', published_at = null where code = 'NI-MOR-001'`);
}
