// Another instance of the office, as its own process: tries to sign in and says how each attempt ended, as JSON on standard output.
import { connect, disconnect } from '#db/client.ts';
import { completeSignIn } from '#office/person/half-sign-in.ts';
import { signIn } from '#office/person/sign-in.ts';

const [url = '', how = '', who = '', typed = '', times = '1'] = process.argv.slice(2);
connect({ url, readers: 1, writers: 2 });
const said: string[] = [];
for (let attempt = 0; attempt < Number(times); attempt += 1) {
  const from = { agent: 'elsewhere', address: '203.0.113.201', today: '2026-11-21' };
  const outcome = how === 'password' ? await signIn({ email: who, password: typed, ...from }) : await completeSignIn({ half: who, code: typed, ...from });
  said.push(outcome.done ? 'in' : outcome.issues[0]?.rule ?? '');
}
await disconnect();
process.stdout.write(JSON.stringify(said));
