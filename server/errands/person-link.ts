import { and, eq, sql } from 'drizzle-orm';
import { connect, disconnect, reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
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
    const [found] = await reader().select({ id: personal.ownerId }).from(personal).where(and(eq(personal.field, 'email'), eq(sql`lower(${personal.value})`, email.toLowerCase())));
    if (!found) throw new Error(`Nobody has the e-mail address ${email}.`);
    const factor = await resetFactor(systemViewer, { id: found.id });
    if (factor.done) say('The second factor was taken away, and all sessions ended.');
    const made = await makeReset(systemViewer, { id: found.id });
    const linked = made.done ? made : await renewLink(systemViewer, { id: found.id });
    if (!linked.done || linked.value.secret === null) throw new Error(`No link could be made: ${linked.done ? 'it was made before' : linked.issues.map(({ rule }) => rule).join(', ')}.`);
    process.stdout.write(`${config.publicUrl.origin}/sr-Cyrl/sign-in/link/${linked.value.secret}\n`);
    return true;
  } finally {
    await disconnect();
    await visit.leave();
  }
};
