import { connect, disconnect } from '#db/client.ts';
import { endSessionsFromMachine, personOfAddress } from '#office/person/ending.ts';
import type { Errand } from '#server/errand.ts';
import { visitDatabase } from '#server/visit.ts';

/** `sessions:end E-MAIL` or `sessions:end all`: whoever is signed in must sign in again, from the next request on. */
export const endSessions: Errand = async (config, [whose], say) => {
  if (whose === undefined) throw new Error('Say whose sessions end: npm run sessions:end -- ana@grad.example, or: npm run sessions:end -- all');
  const visit = await visitDatabase(config, say);
  connect({ url: visit.url });
  try {
    const person = whose === 'all' ? null : await personOfAddress(whose);
    if (whose !== 'all' && person === null) throw new Error(`Nobody has the e-mail address ${whose}.`);
    process.stdout.write(`Sessions ended: ${await endSessionsFromMachine(person)}.\n`);
    return true;
  } finally {
    await disconnect();
    await visit.leave();
  }
};
