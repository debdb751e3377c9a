import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { slugHistory } from '#db/schema/setting.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { addressNow, mergedInto } from '#office/forwarding.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, publish, readdress, withdraw } from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { addressEntry } from '#office/readdressing.ts';
import { systemViewer, visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, parsed, refusedWith, staff } from '../verbs.ts';

useEmptyDatabase();
const publisher = staff('publisher');
const to = (slug: string) => ({ entry: parsed(addressEntry, { slug: [slug] }) });

async function drafted(name: string, more: FormValues = {}): Promise<string> {
  return accepted(await draft(publisher, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'], ...more }) }));
}

async function published(name: string, more: FormValues = {}): Promise<string> {
  const id = await drafted(name, more);
  accepted(await publish(publisher, { id }));
  return id;
}

async function slugOf(id: string): Promise<string | undefined> {
  const [row] = await reader().select({ slug: organisation.slug }).from(organisation).where(eq(organisation.id, id));
  return row?.slug;
}

/** Only the pointer, also where the verb would refuse it: to a draft, and in a circle. */
async function merge(id: string, mergedIntoId: string): Promise<void> {
  accepted(await change(systemViewer, { action: 'organisation.revise', table: organisation, id }, (pen) => pen.revise(organisation, { mergedIntoId })));
}

describe('a new address', () => {
  test('every older one leads to it, also after several changes', async () => {
    const id = await published('Први назив');
    for (const slug of ['drugi', 'treci', 'cetvrti']) accepted(await readdress(publisher, { id, ...to(slug) }));
    assert.equal(await slugOf(id), 'cetvrti');
    for (const old of ['prvi-naziv', 'drugi', 'treci']) assert.equal((await addressNow('organisation', old))?.slug, 'cetvrti', old);
    assert.equal(await addressNow('organisation', 'cetvrti'), null);
    assert.equal(await addressNow('agreement', 'drugi'), null);
  });

  test('going back takes the address out of the old ones', async () => {
    const id = await published('Тамо и назад');
    accepted(await readdress(publisher, { id, ...to('tamo') }));
    accepted(await readdress(publisher, { id, ...to('tamo-i-nazad') }));
    assert.equal((await addressNow('organisation', 'tamo'))?.slug, 'tamo-i-nazad');
    assert.equal(await addressNow('organisation', 'tamo-i-nazad'), null);
    assert.equal(await reader().$count(slugHistory, eq(slugHistory.recordId, id)), 1);
  });

  test('is refused where another record stands, or stood before', async () => {
    const [id, other] = [await published('Један'), await published('Други запис')];
    accepted(await readdress(publisher, { id: other, ...to('novo-mesto') }));
    for (const slug of ['novo-mesto', 'drugi-zapis']) await refusedWith(() => readdress(publisher, { id, ...to(slug) }), 422, ['slug:taken']);
    await refusedWith(() => readdress(publisher, { id, ...to('jedan') }), 422, ['slug:sameAddress']);
    await refusedWith(() => readdress(staff('editor'), { id, ...to('bilo-sta') }), 403, [':notAllowed']);
  });

  test('an old address is never given to a new record', async () => {
    const id = await published('Стара адреса');
    accepted(await readdress(publisher, { id, ...to('nova-adresa') }));
    const [second, third] = [await drafted('Стара адреса'), await drafted('Стара адреса')];
    assert.deepEqual([await slugOf(second), await slugOf(third)], ['stara-adresa-2', 'stara-adresa-3']);
    assert.equal((await addressNow('organisation', 'stara-adresa'))?.slug, 'nova-adresa');
  });

  test('of a draft that nobody saw, the old one is free again', async () => {
    const id = await drafted('Нико није видео');
    accepted(await readdress(publisher, { id, ...to('drukcije') }));
    assert.equal(await addressNow('organisation', 'niko-nije-video'), null);
    assert.equal(await slugOf(await drafted('Нико није видео')), 'niko-nije-video');
  });

  test('an old address of a withdrawn record leads to where it is said why', async () => {
    const id = await published('Повучена');
    accepted(await readdress(publisher, { id, ...to('povucena-nova') }));
    accepted(await withdraw(publisher, { id, reason: local({ sr: 'унето двапут' }) }));
    assert.equal((await addressNow('organisation', 'povucena'))?.slug, 'povucena-nova');
  });

  test('is made of small Latin letters, digits and hyphens', () => {
    for (const slug of ['Град', 'a b', 'A', '-a', 'a-', 'a--b', '../x', 'a/b', 'č']) assert.deepEqual(faults(addressEntry, { slug: [slug] }), ['slug:notASlug'], slug);
    assert.deepEqual(faults(addressEntry, { slug: [''] }), ['slug:required']);
    assert.deepEqual(faults(addressEntry, { slug: ['a'.repeat(81)] }), ['slug:tooLong']);
    assert.deepEqual(faults(addressEntry, { slug: ['sporazum-2'] }), []);
  });
});

describe('a merged organisation', () => {
  test('leads to the one that it was merged into, through as many as it takes', async () => {
    const [a, b, c] = [await published('Спојена А'), await published('Спојена Б'), await published('Спојена В', { kind: ['network'] })];
    accepted(await readdress(publisher, { id: a, ...to('spojena-a-nova') }));
    await merge(a, b);
    await merge(b, c);
    assert.deepEqual(await addressNow('organisation', 'spojena-a-nova'), { slug: 'spojena-v', kind: 'network' });
    assert.equal((await addressNow('organisation', 'spojena-a'))?.slug, 'spojena-v');
  });

  test('at the desk its id leads there too, for whoever may see it; drafts among them', async () => {
    const [a, b, c] = [await drafted('Сточна А'), await drafted('Сточна Б'), await drafted('Сточна В')];
    await merge(a, b);
    await merge(b, c);
    const led = async (viewer: Viewer, id: string) => (await mergedInto(viewer, 'organisation', id))?.id;
    assert.deepEqual([await led(publisher, a), await led(publisher, b)], [c, c]);
    assert.deepEqual([await led(publisher, c), await led(publisher, 'nobody'), await led(publisher, randomUUID())], [undefined, undefined, undefined]);
    assert.deepEqual([await led(visitor, a), await led(staff('contributor'), a)], [undefined, undefined], 'another’s draft');
    await merge(c, a);
    assert.equal(await led(publisher, a), undefined, 'a circle');
  });

  test('a circle leads nowhere, and ends', async () => {
    const [a, b] = [await published('Круг А'), await published('Круг Б')];
    await merge(a, b);
    await merge(b, a);
    assert.equal(await addressNow('organisation', 'krug-a'), null);
    await merge(a, a);
    assert.equal(await addressNow('organisation', 'krug-a'), null);
  });

  test('into a draft leads nowhere', async () => {
    const a = await published('Спојена у нацрт');
    await merge(a, await drafted('Нацрт циљ'));
    assert.equal(await addressNow('organisation', 'spojena-u-nacrt'), null);
  });
});

describe('a name that an organisation had', () => {
  test('leads to it in either script and by its acronym, unless a record stands there', async () => {
    await published('ГИЗ', { 'names.0.name.sr-Cyrl': ['Друштво за техничку сарадњу'], 'names.0.name.en': ['Society for Technical Cooperation'], 'names.0.acronym.sr-Latn': ['GTZ'] });
    for (const old of ['drustvo-za-tehnicku-saradnju', 'society-for-technical-cooperation', 'gtz']) assert.equal((await addressNow('organisation', old))?.slug, 'giz', old);
    assert.equal(await addressNow('organisation', 'none'), null);
    const other = await drafted('GTZ');
    assert.equal((await addressNow('organisation', 'gtz'))?.slug, 'giz', 'a draft must not show by what it hides');
    accepted(await publish(publisher, { id: other }));
    assert.equal(await addressNow('organisation', 'gtz'), null);
  });
});
