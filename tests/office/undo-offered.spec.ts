import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { local } from '#messages/local-text.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { recordHead } from '#office/record.ts';
import { undoableOf } from '#office/undoable.ts';
import { undo } from '#office/undoing.ts';
import { systemViewer, type Viewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith } from '../verbs.ts';
import { peopleOfTheOffice } from './walk-people.ts';
import { allRegisters, type Register } from './walk-ground.ts';

let registers: Register[] = [];
let publisher: Viewer;

/** Undoes the last change where that is offered, and tries to where it is not: then it is refused, and for this reason alone. */
async function undoneAsOffered(noun: Noun, id: string, said: string): Promise<'offered' | 'not offered'> {
  const offer = await undoableOf(publisher, (await recordHead(publisher, noun, id))!, new Date());
  if (offer) {
    const outcome = await undo(publisher, noun, { id, seq: offer.seq });
    assert.ok(outcome.done, `${said}: ${JSON.stringify(outcome)}`);
    return 'offered';
  }
  const { rows: [last] } = await reader().execute<{ seq: string }>(sql`select max(seq) as seq from change where record_id = ${id}`);
  await refusedWith(() => undo(publisher, noun, { id, seq: Number(last?.seq) }), 422, [':cannotBeUndone']);
  return 'not offered';
}

describe('undoing is offered where it is not refused, and nowhere else', () => {
  useFreshDatabase();
  before(async () => {
    publisher = (await peopleOfTheOffice())['a publisher']('organisation', '');
    registers = await allRegisters();
  });

  for (const noun of nouns) {
    test(`${noun}: after every act`, async () => {
      const { lay, deeds } = registers.find((one) => one.noun === noun)!;
      const answers: string[] = [];
      for (const { action, kind, prepare, run } of deeds) {
        const id = accepted(await lay(systemViewer));
        if (kind === 'withdraw') accepted(await deeds.find((deed) => deed.kind === 'publish')!.run(systemViewer, id));
        await prepare?.(id);
        accepted(await run(publisher, id));
        const first = await undoneAsOffered(noun, id, action);
        const again = first === 'offered' ? await undoneAsOffered(noun, id, `${action}, undone`) : first;
        answers.push(`${action}: ${first}, ${again}`);
      }
      assert.ok(answers.includes(`${noun}.revise: offered, offered`), answers.join('\n'));
      assert.ok(answers.includes(`${noun}.merge: offered, not offered`), answers.join('\n'));
      assert.ok(answers.includes(`${noun}.publish: not offered, not offered`), answers.join('\n'));
    });
  }

  test('after a change of contact persons, whose values no ledger keeps, and after a correction that the public was told of', async () => {
    const entry = (more: FormValues = {}) => parsed(organisationEntry, { 'name.sr-Cyrl': ['Са особом'], kind: ['ngo'], ...more });
    const person = { 'contacts.rows': ['1'], 'contacts.0.name': ['Лице'], 'contacts.0.legalBasis': ['пристанак'] };
    const id = accepted(await organisations.draft(publisher, { entry: entry() }));
    accepted(await organisations.revise(publisher, { id, entry: entry(person) }));
    assert.equal(await undoneAsOffered('organisation', id, 'a contact is added'), 'not offered');
    accepted(await organisations.publish(publisher, { id }));
    accepted(await organisations.revise(publisher, { id, entry: entry({ website: ['https://osoba.example'] }) }));
    assert.equal(await undoneAsOffered('organisation', id, 'the contact is erased'), 'not offered');
    accepted(await organisations.revise(publisher, { id, entry: entry(), note: local({ sr: 'Адреса је била погрешна.', en: 'The address was wrong.' }) }));
    assert.equal(await undoneAsOffered('organisation', id, 'a correction with a note'), 'offered');
  });
});
