import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { catalogues } from '#messages/catalogue.ts';
import type { Messages } from '#messages/derive.ts';
import { actKinds, agreementTypes, bindings, completenessFlags, inForceRules, linkKinds, partyRoles, procedures, renewals, sides, standings } from '#office/agreement/agreement.ts';
import { qualifiers } from '#office/count.ts';
import { documentKinds, documentStages, iatiCategories, scripts, visibilities } from '#office/document/document.ts';
import { feePeriods, membershipActKinds, membershipStates } from '#office/membership/membership.ts';
import { milestoneActKinds, milestoneKinds, milestoneStates } from '#office/milestone/milestone.ts';
import { certainties, moneyScopes } from '#office/money.ts';
import { networkLevels, organisationKinds } from '#office/organisation/organisation.ts';
import { roles } from '#office/person/entry.ts';
import { projectActKinds, projectStates } from '#office/project/project.ts';
import { cooperationFields, partnerRoles, sdgs, sectors } from '#office/vocabulary.ts';

const lists: Record<string, readonly string[]> = {
  'vocabulary.agreementType': agreementTypes, 'vocabulary.procedure': procedures, 'vocabulary.binding': bindings,
  'vocabulary.renewal': renewals, 'vocabulary.inForceRule': inForceRules, 'vocabulary.partyRole': partyRoles,
  'vocabulary.side': sides, 'vocabulary.agreementLink': linkKinds, 'vocabulary.completeness': completenessFlags,
  'vocabulary.act': actKinds, 'states.standing': standings, 'vocabulary.qualifier': qualifiers,
  'vocabulary.feePeriod': feePeriods, 'vocabulary.membershipAct': membershipActKinds, 'states.membership': membershipStates,
  'vocabulary.milestoneAct': milestoneActKinds, 'vocabulary.milestoneKind': milestoneKinds, 'states.milestone': milestoneStates,
  'vocabulary.certainty': certainties, 'vocabulary.scope': moneyScopes, 'vocabulary.networkLevel': networkLevels,
  'vocabulary.organisationKind': organisationKinds, 'vocabulary.role': roles, 'vocabulary.field': cooperationFields,
  'vocabulary.documentKind': documentKinds, 'states.document': documentStages, 'vocabulary.visibility': visibilities,
  'vocabulary.iatiCategory': iatiCategories, 'vocabulary.script': scripts, 'vocabulary.projectAct': projectActKinds, 'states.project': projectStates,
  'vocabulary.partnerRole': partnerRoles, 'vocabulary.sdg': sdgs, 'vocabulary.dac': sectors,
};

test('every code of the office has its word', () => {
  for (const [namespace, codes] of Object.entries(lists)) {
    const held = namespaceOf(namespace);
    assert.deepEqual(codes.filter((code) => typeof held[code] !== 'string'), [], namespace);
  }
});

test('every rule that an entry may break has its words', async () => {
  const held = namespaceOf('issues');
  let found = 0;
  for (const floor of ['office', 'app', 'server']) {
    for (const file of (await readdir(floor, { recursive: true })).filter((name) => /\.tsx?$/.test(name))) {
      const source = await readFile(`${floor}/${file}`, 'utf8');
      for (const [, rule = ''] of source.matchAll(/(?:\brule: |\bissue\()'(\w+)'/g)) {
        found += 1;
        assert.equal(typeof held[rule], 'string', `${rule} of ${floor}/${file}`);
      }
    }
  }
  assert.ok(found > 20, 'the search finds rules');
});

function namespaceOf(path: string): Messages {
  let messages: Messages = catalogues['sr-Cyrl'];
  for (const name of path.split('.')) messages = (messages[name] ?? {}) as Messages;
  return messages;
}
