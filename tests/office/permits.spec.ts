import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Role } from '#db/schema/person.ts';
import { actions, addressed, nouns, permits, type Action, type Subject } from '#office/permission.ts';
import { systemViewer, visitor, type Grant, type Staff } from '#office/viewer.ts';

const [me, one, other] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002', '10000000-0000-4000-8000-000000000003'];
const action = fc.constantFrom(...actions);
const role = fc.constantFrom<Role>('contributor', 'editor', 'publisher', 'admin');
const scope = fc.oneof(
  fc.constant({ noun: null, recordId: null }),
  fc.record({ noun: fc.constantFrom(...nouns), recordId: fc.constantFrom(null, one, other) }),
);
const grant: fc.Arbitrary<Grant> = fc.tuple(role, scope).map(([held, where]) => Object.freeze({ role: held, ...where }));
const grants = fc.array(grant, { maxLength: 4 });
const subject: fc.Arbitrary<Subject | null> = fc.option(fc.record({
  id: fc.constantFrom(me, one, other), createdBy: fc.constantFrom(null, me, other),
  publication: fc.constantFrom('draft' as const, 'in_review' as const, 'returned' as const, 'approved' as const, 'scheduled' as const, 'published' as const, 'withdrawn' as const),
}));

function staff(held: readonly Grant[]): Staff {
  return Object.freeze({ kind: 'staff', id: me, name: 'Проба', writtenForm: 'sr-Cyrl', grants: Object.freeze([...held]), sessionHash: null } as const);
}

/** What an account does to itself, whatever roles it holds. */
const ofOneself: readonly Action[] = ['person.setPassword', 'person.reviseOwn', 'person.chooseLetters', 'person.setSecondFactor', 'person.dropSecondFactor', 'person.renewRecoveryCodes'];

function isOfRecords(name: Action): boolean {
  return nouns.some((noun) => name.startsWith(`${noun}.`));
}

describe('permits', () => {
  test('a visitor may nothing, the system everything', () => {
    fc.assert(fc.property(action, subject, (name, record) => {
      assert.equal(permits(visitor, name, record), false);
      assert.equal(permits(systemViewer, name, record), true);
    }));
  });

  test('one more role never takes a right away', () => {
    fc.assert(fc.property(grants, grant, action, subject, (held, more, name, record) => {
      if (permits(staff(held), name, record)) assert.equal(permits(staff([...held, more]), name, record), true);
    }), { numRuns: 2000 });
  });

  test('a role of another noun or another record changes nothing', () => {
    fc.assert(fc.property(grants, action, subject, (held, name, record) => {
      const noun = name.split('.')[0];
      const concerned = held.filter((grantHeld) => (grantHeld.noun === null || grantHeld.noun === noun) && (grantHeld.recordId === null || grantHeld.recordId === record?.id));
      if (isOfRecords(name)) assert.equal(permits(staff(held), name, record), permits(staff(concerned), name, record));
    }), { numRuns: 2000 });
  });

  test('a narrower scope never allows more', () => {
    fc.assert(fc.property(grants, action, subject, (held, name, record) => {
      const wide = held.map((grantHeld) => ({ ...grantHeld, noun: null, recordId: null }));
      if (permits(staff(held), name, record)) assert.equal(permits(staff(wide), name, record), true);
    }), { numRuns: 2000 });
  });

  test('admins have people, roles and settings only; nobody else has these', () => {
    fc.assert(fc.property(grants, action, subject, (held, name, record) => {
      const admins = held.filter(({ role: is }) => is === 'admin');
      const others = held.filter(({ role: is }) => is !== 'admin');
      if (isOfRecords(name) || /^(import|reminder)\./.test(name)) assert.equal(permits(staff(admins), name, record), false);
      // A proposal stays its author's to amend and to take back, whatever he may do otherwise.
      else if (name.startsWith('proposal.')) assert.equal(permits(staff(admins), name, record) && record?.createdBy !== me, false);
      else if (ofOneself.includes(name)) assert.equal(permits(staff(held), name, record), record?.id === me);
      else assert.equal(permits(staff(others), name, record), false);
    }), { numRuns: 2000 });
  });

  test('nobody gives himself a role, and everybody sets his own password alone', () => {
    fc.assert(fc.property(grants, subject, (held, record) => {
      const viewer = staff(held);
      if (record?.id === me) assert.equal(permits(viewer, 'person.grant', record), false);
      assert.equal(permits(viewer, 'person.setPassword', record), record?.id === me);
    }));
  });

  test('what the public reads or read is revised by publishers alone, and only they publish, withdraw and give new addresses', () => {
    fc.assert(fc.property(grants, fc.constantFrom(...nouns), subject, (held, noun, record) => {
      const below = staff(held.filter(({ role: is }) => is !== 'publisher'));
      const shown = record?.publication === 'published' || record?.publication === 'withdrawn';
      for (const verb of ['publish', 'withdraw'] as const) assert.equal(permits(below, `${noun}.${verb}`, record), false);
      const own = addressed.find((each) => each === noun);
      if (own) assert.equal(permits(below, `${own}.readdress`, record), false);
      if (shown) assert.equal(permits(below, `${noun}.revise`, record), false);
      const contributor = staff(held.filter(({ role: is }) => is === 'contributor'));
      if (record?.createdBy !== me) assert.equal(permits(contributor, `${noun}.revise`, record), false);
    }), { numRuns: 2000 });
  });
});
