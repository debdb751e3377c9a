import { filled, formIn, formType, Reader, type Visit } from '../plain-http.ts';
import { beginning } from './marks.ts';
import type { Party } from './walk-routes.ts';

/**
 * Says secrets into every ear of the site, before and after its database is gone: passwords, addresses, names, links, cookies, questions, headers, texts of
 * forms and files. Answers how many, and which lines of the log hold one.
 */
export async function speakSecrets({ ground, aims, cookies }: Party): Promise<{ spoken: number; heard: string[] }> {
  const secret = (of: string) => `${beginning}tajna${of}`;
  const reader = new Reader(ground.address);
  const publisher = { cookie: cookies['a publisher'] };
  let spoken = 0;
  const ask = async (path: string, visit: Visit = {}) => void ((spoken += 1), await reader.get(path, visit).catch(() => {}));
  const signIn = formIn((await reader.get('/en/sign-in')).text);
  const newPartner = formIn((await reader.get('/en/workspace/partners/new', { headers: publisher })).text);
  const newPerson = formIn((await reader.get('/en/workspace/people/new', { headers: { cookie: cookies['an admin'] } })).text);
  const edit = `/en/workspace/partners/${aims.records.organisation['a published record']}/edit`;

  const round = async (): Promise<void> => {
    const sent = filled(signIn, { email: `${secret('posta')}@primer.rs`, password: secret('lozinka'), next: `/en/workspace?q=${secret('povratak')}` });
    spoken += 4;
    await reader.post('/en/sign-in', sent).catch(() => {});
    await reader.post('/en/sign-in', sent, { headers: { origin: 'https://evil.example' } }).catch(() => {});
    await reader.post('/en/workspace/partners/new', filled(newPartner, { 'name.sr-Latn': secret('ime'), 'name.origin': 'sr-Latn', kind: 'ngo', 'contacts.0.name': secret('osoba'), 'contacts.0.email': `${secret('mejl')}@primer.rs` }), { headers: publisher }).catch(() => {});
    await reader.post('/en/workspace/people/new', filled(newPerson, { name: secret('covek'), email: `${secret('pozvan')}@primer.rs`, role: 'editor' }), { headers: { cookie: cookies['an admin'] } }).catch(() => {});
    await ask(`/en/search?q=${secret('pitanje')}`);
    await ask(`/en/agreements?q=${secret('spisak')}&x=${secret('nepoznato')}`);
    await ask(`/en/workspace?q=${secret('sto')}`, { headers: publisher });
    await ask(`/en/workspace/find?what=organisation&q=${secret('trazi')}`, { headers: publisher });
    await ask(`/en/workspace/near?of=organisation&name.en=${secret('blizu')}`, { headers: publisher });
    await ask(`/en/workspace/tables/partners/csv?q=${secret('tabela')}`, { headers: publisher });
    await ask(`/en/sign-in/link/${secret('veza')}`);
    await ask(`/en/sign-in?next=${secret('dalje')}`);
    await ask(`/en/%?q=${secret('kvar')}`);
    await ask('/en/workspace', { headers: { cookie: `__Host-povelja.session=${secret('kolacic')}` } });
    await ask(edit, { headers: { ...publisher, 'user-agent': secret('pregledac'), referer: `https://primer.rs/${secret('odakle')}`, authorization: `Bearer ${secret('zeton')}`, 'x-forwarded-for': secret('adresa') } });
    await ask('/drafts/mine', { method: 'POST', headers: { ...publisher, origin: ground.address, 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify({ place: secret('mesto'), typed: { a: [secret('otkucano')] }, holder: secret('drzalac') })) });
    await ask(`/files/attach/en/${aims.records.document['a published record']}`, {
      method: 'POST', headers: { ...publisher, origin: ground.address, 'content-type': formType },
      body: Buffer.from(`--x1y2z3\r\nContent-Disposition: form-data; name="files"; filename="${secret('datoteka')}.pdf"\r\n\r\n${secret('bajtovi')}\r\n--x1y2z3--\r\n`),
    });
  };
  await round();
  await ground.stopDatabase();
  await round();
  return { spoken, heard: ground.said().split('\n').filter((line) => line.includes(`${beginning}tajna`) || line.includes(`${beginning}vrata`)) };
}
