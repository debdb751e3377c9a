import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { facts } from '#office/seed/facts.ts';
import * as words from '#office/seed/mapping.ts';
import { amounts, counted, dated } from '#office/seed/values.ts';

describe('values of the starting records', () => {
  test('every word of the facts has its word in the register', () => {
    const organisationKinds = facts.organisations.map((one) => words.mapped(words.organisationKinds, one.type));
    assert.deepEqual(organisationKinds, [
      'local_government', 'multilateral', 'embassy', 'donor_agency', 'donor_agency', 'company', 'company', 'company', 'company',
      'regional_agency', 'ngo', 'local_government', 'local_government', 'local_government', 'local_government',
    ]);
    for (const network of facts.networks) {
      const level = words.mapped(words.networkLevels, network.kind);
      assert.equal(level, ['naled', 'skgo'].includes(network.id) ? 'national' : 'international');
      assert.equal(words.mapped(words.membershipActs, network.membership.status), 'joined');
    }
    for (const { partners = [] } of [...facts.programmes, ...facts.projects]) {
      for (const partner of partners) {
        const role = words.mapped(words.partnerRoles, partner.role);
        const byIati = new Map<number | null, string>([[1, 'funder'], [2, 'accountable'], [4, 'implementing']]).get(partner.iati_organisation_role);
        if (byIati) assert.equal(role, byIati);
      }
    }
    for (const agreement of facts.agreements) assert.equal(words.mapped(words.agreementTypes, agreement.type), agreement.type);
    for (const milestone of facts.milestones) assert.equal(words.mapped(words.milestoneKinds, milestone.kind), milestone.kind);
  });

  test('a word that the register does not know stops the laying down', () => {
    assert.throws(() => words.mapped(words.organisationKinds, 'kingdom'), /kingdom/);
    assert.throws(() => words.mapped(words.organisationKinds, 'constructor'), /constructor/);
  });

  test('a date keeps the precision of the facts, and the unknown stays unknown', () => {
    assert.deepEqual(dated('2007-05'), { edtf: '2007-05', earliest: '2007-05-01', latest: '2007-05-31' });
    assert.deepEqual(dated('2003'), { edtf: '2003', earliest: '2003-01-01', latest: '2003-12-31' });
    assert.equal(dated(null), null);
    assert.throws(() => dated('May 2007'), /May 2007/);
  });

  test('amounts carry their scope, and an inferred currency is an estimate', () => {
    const initiative = facts.projects.find((project) => project.id === 'usaid-sldp');
    assert.deepEqual(amounts(initiative?.amount ?? null, 'project_total'), [
      { amount: '22000000.00', currency: 'USD', valueDate: null, scope: 'project_total', certainty: 'estimated', note: null },
    ]);
    const fund = facts.programmes.find((programme) => programme.id === 'rsedp-2');
    assert.deepEqual(amounts(fund?.amount ?? null, 'programme_total'), [
      { amount: '9000000.00', currency: 'EUR', valueDate: null, scope: 'programme_total', certainty: 'stated', note: null },
    ]);
    assert.deepEqual(amounts(null, 'project_total'), []);
  });

  test('“more than” is kept as over', () => {
    assert.deepEqual(counted({ qualifier: 'more_than', value: 1000 }, undefined), { qualifier: 'over', value: 1000, unit: null, asOf: null });
    assert.equal(counted(null, undefined), null);
  });
});
