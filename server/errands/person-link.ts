import { connect, disconnect } from '#db/client.ts';
import { personOfAddress } from '#office/person/ending.ts';
import { issueLink } from '#office/person/link.ts';
import { makeReset, renewLink } from '#office/person/linking.ts';
import { resetFactor } from '#office/person/second-factor.ts';
import { systemViewer } from '#office/viewer.ts';
import type { Errand } from '#server/errand.ts';
import { visitDatabase } from '#server/visit.ts';

/**
 * `person:link E-MAIL`: for somebody whom no admin can help, since he is the last one. Takes away his second factor, and prints a link by which he sets
 * another password. Whoever may run it owns the machine; the history says that it was not done by a person.
 */
export const linkPerson: Errand = async (config, [email], say) => {
  if (email === undefined) throw new Error('Name the person by the e-mail address: npm run --silent person:link -- ana@grad.example');
  const visit = await visitDatabase(config, say);
  connect({ url: visit.url });
  try {
    const id = await personOfAddress(email);
    if (!id) throw new Error(`Nobody has the e-mail address ${email}.`);
    // Shown here and posted nowhere: who runs this waits for it, and the key that seals letters is the app's. The link comes first, so that nobody
    // is left with a password alone where none could be made.
    const made = await makeReset(systemViewer, { id }, issueLink);
    const linked = made.done ? made : await renewLink(systemViewer, { id }, issueLink);
    if (!linked.done) throw new Error(`No link could be made: ${linked.issues.map(({ rule }) => rule).join(', ')}. Nothing was changed.`);
    const factor = await resetFactor(systemViewer, { id });
    if (factor.done) say('The second factor was taken away, and all sessions ended.');
    process.stdout.write(`${config.publicUrl.origin}/sr-Cyrl/sign-in/link/${linked.value.secret}\n`);
    return true;
  } finally {
    await disconnect();
    await visit.leave();
  }
};
