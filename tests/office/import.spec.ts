import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { organisation } from '#db/schema/organisation.ts';
import { project } from '#db/schema/project.ts';
import { verify } from '#office/agreement/write.ts';
import { historyOf } from '#office/audit/read.ts';
import { aside } from '#office/change.ts';
import { preview } from '#office/import/preview.ts';
import { countsOf, importById } from '#office/import/read.ts';
import { takeIn } from '#office/import/running.ts';
import { begin, confirm, map, resume, stop } from '#office/import/write.ts';
import { sweepImports } from '#office/import/sweeping.ts';
import { deactivate } from '#office/person/write.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { verbs } from '#server/jobs/importing.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, ledger, refusedWith } from '../verbs.ts';
import { brought, mapped, person, rowsIn, tableFrom, takenIn, today, wrongIn } from './import-ground.ts';

describe('a table that was brought', () => {
  useFreshDatabase();
  let editor: Staff;
  before(async () => { editor = await person('editor'); });

  test('changes nothing before it is confirmed; then each row is one change by its person, under its own id', async () => {
    const was = await reader().$count(organisation);
    const id = await brought(editor, 'organisation', 'Назив;Врста;Држава;Основана\nГрад Проба;локална самоуправа\nГрад Јајце;јединица локалне самоуправе;Босна и Херцеговина;1396\nSister Cities;network;US;1956');
    assert.deepEqual(await wrongIn(id), ['2 kind:importNotAWord']);
    assert.equal(await reader().$count(organisation), was);
    await refusedWith(() => confirm(editor, { id, entry: {} }), 422, ['rest:required']);
    const counts = await takenIn(editor, id);
    assert.deepEqual([counts.entered, counts.wrong, counts.waiting], [2, 1, 0]);
    assert.equal((await importById(editor, id))?.state, 'done');
    assert.equal(await reader().$count(organisation), was + 2);
    for (const row of (await rowsIn(id)).filter(({ enteredAt }) => enteredAt)) {
      const [made] = await reader().select().from(change).where(eq(change.requestId, row.id));
      assert.deepEqual([made?.actorId, made?.recordId, made?.action], [editor.id, row.recordId, 'organisation.draft']);
      const [record] = await reader().select().from(organisation).where(eq(organisation.id, row.recordId!));
      assert.deepEqual([record?.publication, record?.verification, record?.createdBy], ['draft', 'unverified', editor.id]);
    }
  });

  test('brought again, the same table changes nothing, whatever its script and the form of its values', async () => {
    const held = await ledger();
    const again = await brought(editor, 'organisation', 'Name,Kind,Country,Founded\nGrad Jajce,local government,Bosnia & Herzegovina,1396.\nSister Cities,mreža gradova,САД,1956');
    assert.deepEqual((await rowsIn(again)).map(({ verdict }) => verdict), ['same', 'same']);
    assert.equal(new Set((await rowsIn(again)).map(({ recordId }) => recordId)).size, 2);
    await refusedWith(() => confirm(editor, { id: again, entry: { rest: 'good' } }), 422, [':importNothingNew']);
    // Two imports were begun, mapped and judged; no record was touched.
    assert.equal((await ledger())[0]! - held[0]!, 3);
  });

  test('agreements: parties by name, code and acronym; the unknown are faults, or are entered first where that is ticked', async () => {
    const csv = 'Назив,Врста,Стране споразума: наша страна,Стране споразума: друга страна,Важи од,Износ,Чији је износ\n'
      + 'Споразум са Новим Садом,Споразум о сарадњи,CITY OF NIŠ,novi sad; Општина Непозната,12. 6. 2018.,"9.000,00 EUR",Удео Града\n'
      + 'Меморандум са мрежом,memorandum_of_understanding,Град Ниш,ECAD,јун 2018,9.000,city_share';
    const strict = await brought(editor, 'agreement', csv);
    const wrong = await wrongIn(strict);
    assert.ok(wrong.includes('2 parties.them:importUnknown'), wrong.join());
    assert.ok(wrong.includes('3 money:ambiguousAmount'), wrong.join());
    const id = await brought(editor, 'agreement', csv.replace(',9.000,', ',9000 EUR,'), { unknown: true });
    assert.deepEqual((await wrongIn(id)).filter((one) => !one.startsWith('3 ')), []);
    const counts = await takenIn(editor, id);
    const rows = await rowsIn(id);
    assert.deepEqual(rows.map(({ rowNumber, enteredAt }) => [rowNumber, enteredAt !== null]).slice(0, 2), [[-1, true], [2, true]], JSON.stringify(counts));
    const [made] = await reader().select().from(agreement).where(eq(agreement.id, rows[1]!.recordId!));
    assert.deepEqual([made?.validFrom?.edtf, made?.money?.amount, made?.money?.currency, made?.money?.scope], ['2018-06-12', '9000.00', 'EUR', 'city_share']);
    const { rows: [parties] } = await reader().execute<{ count: number }>(sql`select count(*)::int as count from agreement_party where agreement_id = ${made!.id}`);
    assert.equal(parties?.count, 3);
  });

  test('a row of a record that stands changes only what it says, and an empty cell says nothing', async () => {
    const [one] = await reader().select().from(organisation).where(eq(organisation.slug, 'novi-sad'));
    const publisher = await person('publisher');
    const id = await brought(publisher, 'organisation', `Шифра,Веб-страна,Држава\n${one!.code},https://novisad.rs,`);
    assert.deepEqual((await rowsIn(id)).map(({ verdict, recordId }) => [verdict, recordId]), [['changes', one!.id]]);
    const asEditor = await brought(editor, 'organisation', `Шифра,Веб-страна,Држава\n${one!.code},https://novisad.rs,`);
    assert.deepEqual(await wrongIn(asEditor), ['2 :importPropose'], 'what is published an editor may only propose');
    await takenIn(publisher, id);
    const [now] = await reader().select().from(organisation).where(eq(organisation.id, one!.id));
    assert.deepEqual([now?.website, now?.country, now?.publication, now?.name], ['https://novisad.rs', one!.country, 'published', one!.name]);
    assert.ok(now?.correctedAt);
  });

  test('acts come with an agreement as what is known of an old one; brought again they are not doubled, and none that stands is revised', async () => {
    const head = 'Назив,Врста,Поступак,Стране споразума: наша страна,Стране споразума: друга страна,Датум акта: Одлука Скупштине града,Број: Одлука Скупштине града,Датум акта: Потпис,Датум акта: Ступање на снагу,Објављено у: Објава у службеном листу';
    const row = 'Споразум са актима,cooperation_agreement,domestic_intermunicipal,Град Ниш,Novi Sad,2018-05,06-512/2018,2018-06-12,2018-07,"Сл. лист, бр. 45/2018"';
    const id = await brought(editor, 'agreement', `${head}\n${row}`);
    assert.deepEqual(await wrongIn(id), []);
    assert.equal((await takenIn(editor, id)).entered, 1);
    const recordId = (await rowsIn(id))[0]!.recordId!;
    const acts = () => reader().select().from(agreementAct).where(eq(agreementAct.agreementId, recordId)).orderBy(agreementAct.position);
    assert.deepEqual((await acts()).map(({ kind, on, number, gazette, partyId }) => [kind, on?.edtf ?? null, number ?? gazette, partyId !== null]), [
      ['council_decision', '2018-05', '06-512/2018', true], ['signature', '2018-06-12', null, false], ['publication_in_gazette', null, 'Сл. лист, бр. 45/2018', false], ['entry_into_force', '2018-07', null, false],
    ]);
    const changes = await reader().select({ action: change.action }).from(change).where(eq(change.recordId, recordId));
    assert.deepEqual(changes, [{ action: 'agreement.draft' }], 'one row is one change, its acts with it');
    assert.deepEqual((await rowsIn(await brought(editor, 'agreement', `${head}\n${row}`))).map(({ verdict }) => verdict), ['same']);
    const other = await brought(editor, 'agreement', `${head}\n${row.replace('2018-06-12', '2018-06-13').replace('06-512/2018', '06-513/2018')}`);
    assert.deepEqual(await wrongIn(other), ['2 acts.council_decision.number:actSaysOther', '2 acts.signature:actStands']);
    const more = await brought(editor, 'agreement', 'Назив,Датум акта: Раскид,Датум акта: Обавештење о отказу\nСпоразум са актима,2024-03-01,2023-01-05; 2023-02-07');
    assert.equal((await takenIn(editor, more)).entered, 1);
    assert.deepEqual((await acts()).map(({ kind }) => kind), ['council_decision', 'signature', 'publication_in_gazette', 'entry_into_force', 'notice', 'notice', 'termination']);
    assert.deepEqual(await wrongIn(await brought(editor, 'agreement', 'Назив,Датум акта: Извршење\nСпоразум са актима,2031')), ['2 acts.completion:inFuture']);
    const held = (await acts()).length;
    accepted(await verify(editor, { id: recordId, verification: 'checked', today }));
    assert.deepEqual(await wrongIn(await brought(editor, 'agreement', 'Назив,Датум акта: Извршење\nСпоразум са актима,2024')), ['2 acts.completion:onlyUnverified']);
    assert.equal((await acts()).length, held);
  });

  test('whose it is: a colleague by name or e-mail address; neither is said back where nobody is meant', async () => {
    const keeper = await person('editor');
    const { rows: [address] } = await reader().execute<{ value: string }>(sql`select value from personal where owner_id = ${keeper.id} and field = 'email'`);
    const id = await brought(editor, 'project', `Назив,Задужен,Заменик\nПројекат са задуженим,${address!.value.toUpperCase()},${editor.name}\nДруги такав,nema@primer.rs,`);
    const [good, bad] = await rowsIn(id);
    assert.deepEqual([good?.verdict, bad?.issues], ['new', [{ field: 'ownerId', heading: 'Задужен', rule: 'importNoColleague' }]]);
    assert.equal((await preview(editor, (await importById(editor, id))!, [bad!], { form: 'en', today, changes: 'told' }))[0]?.wrong[0]?.cell, '•••');
    await takenIn(editor, id);
    const [made] = await reader().select().from(project).where(eq(project.id, (await rowsIn(id))[0]!.recordId!));
    assert.deepEqual([made?.ownerId, made?.deputyId], [keeper.id, editor.id]);
  });

  test('a contact needs its legal basis; a fault names the cell of its own column', async () => {
    const id = await brought(editor, 'organisation', 'Назив,Врста,Особе за контакт: Име и презиме,Особе за контакт: Правни основ за обраду,Особе за контакт: Е-адреса\nКуглашки савез,ngo,Рада Пробна,,rada@primer.rs\nСавез без имена,ngo,,пристанак,\nСавез са адресом,ngo,Рада Пробна,пристанак,није адреса');
    assert.deepEqual(await wrongIn(id), ['2 contacts.legalBasis:required', '3 contacts.legalBasis:importRowNameless', '4 contacts.email:notAnEmail']);
  });

  test('a table of 10,000 rows of which three are bad names the three cells', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `Прекретница број ${at},${at === 17 ? 'јуче' : '2027-05-01'},${at === 4_321 ? 'sto' : 10},${at === 9_998 ? '31. 2. 2020.' : ''}`);
    const id = await brought(editor, 'milestone', ['Назив,Планирани датум,Напредак,Шта се догађало: Остварење', ...rows].join('\n'));
    assert.deepEqual(await wrongIn(id), ['19 planned:notADate', '4323 progress:notANumber', '10000 acts.done:noSuchDay']);
    assert.equal((await countsOf(id)).new, 9_997);
  });

  test('two rows that say the same are one record: the second is a fault that names the first', async () => {
    const id = await brought(editor, 'project', 'Назив\nПројекат двапут\nNešto drugo\nProjekat dvaput');
    assert.deepEqual(await wrongIn(id), ['4 :importTwice']);
    assert.deepEqual((await rowsIn(id)).at(-1)?.issues[0]?.values, { row: 2 });
  });

  test('it is stopped and gone on with; and ends where its person may no longer sign in', async () => {
    const own = await person('editor');
    const id = await brought(own, 'organisation', ['Назив,Врста', ...Array.from({ length: 30 }, (_, at) => `Удружење ${at},ngo`)].join('\n'));
    accepted(await confirm(own, { id, entry: {} }));
    accepted(await stop(editor, { id }));
    await takeIn(verbs, { today: () => today, rest: 0 });
    assert.equal((await countsOf(id)).entered, 0);
    await refusedWith(() => resume(editor, { id }), 403, [':notAllowed']);
    accepted(await resume(own, { id }));
    accepted(await deactivate(systemViewer, { id: own.id, today }));
    await takeIn(verbs, { today: () => today, rest: 0 });
    assert.deepEqual([(await importById(systemViewer, id))?.state, (await countsOf(id)).entered], ['stopped', 0]);
  });

  test('a table of 12,000 rows is laid down whole, and one of which rows are missing is not mapped', async () => {
    const id = accepted(await begin(editor, { noun: 'organisation', fileName: 'duga.csv', table: await tableFrom(`Назив\n${Array.from({ length: 12_000 }, (_, at) => `Ред ${at}`).join('\n')}`) }));
    assert.equal((await rowsIn(id)).length, 12_000);
    await aside((db) => db.execute(sql`delete from import_row where import_id = ${id} and row_number = 9000`));
    await refusedWith(() => map(editor, { id, entry: { columns: { c0: 'name' }, entersUnknown: false } }), 422, [':importIncomplete']);
  });

  test('ninety days after its end its cells are gone, and the history still names it', async () => {
    const id = await brought(editor, 'organisation', 'Назив,Врста\nЗавод за заборав,ngo\nНепримљени,ništa');
    await takenIn(editor, id);
    const [row] = (await rowsIn(id)).filter(({ recordId }) => recordId);
    assert.equal(await sweepImports(), 0);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    assert.ok(await sweepImports(0) > 0);
    assert.deepEqual((await rowsIn(id)).map(({ cells, recordId, issues }) => [cells, recordId, issues]), [[[], row!.recordId, []]]);
    const [made] = await historyOf(editor, 'organisation', row!.recordId!);
    assert.deepEqual(made?.imported, { id, fileName: 'proba.csv' });
    assert.equal((await historyOf(await person('contributor'), 'organisation', row!.recordId!))[0]?.imported ?? null, null);
  });

  test('whose it is: an editor of the noun sees and stops it, nobody else maps or confirms it', async () => {
    const id = await brought(editor, 'milestone', 'Назив\nНешто');
    const other = await person('editor');
    const stranger = await person('editor', 'project');
    await refusedWith(() => confirm(other, { id, entry: {} }), 403, [':notAllowed']);
    await refusedWith(() => map(other, { id, entry: { columns: { c0: 'title' }, entersUnknown: false } }), 403, [':notAllowed']);
    await refusedWith(() => stop(stranger, { id }), 404, [':notFound']);
    assert.equal(await importById(stranger, id), null);
    await refusedWith(() => map(editor, { id, entry: { columns: { c0: 'planned' }, entersUnknown: false } }), 422, ['columns.c0:importNeeds']);
    const kinds = accepted(await begin(editor, { noun: 'organisation', fileName: 'a.csv', table: await tableFrom('Врста\nngo') }));
    await refusedWith(() => map(editor, { id: kinds, entry: { columns: { c0: 'kind' }, entersUnknown: false } }), 422, ['columns.c0:importNeeds']);
    await mapped(editor, id);
    const table = await tableFrom('Назив\nНешто');
    await refusedWith(() => begin(stranger, { noun: 'milestone', fileName: 'a.csv', table }), 403, [':notAllowed']);
  });
});
