import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { reader } from '#db/client.ts';
import { fileChunk } from '#db/schema/document-file.ts';
import { addressName, endingOf, tidyName } from '#office/document/file-name.ts';
import { isClean } from '#office/document/scan.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { archive, bring, docx, pdf } from './files.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), Buffer.from('0000000049454e44ae426082', 'hex')]);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(50, 1), Buffer.from([0xff, 0xd9])]);
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([22, 0, 0, 0]), Buffer.from('WEBPVP8 '), Buffer.alloc(14)]);
const odt = archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' });
const ods = archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' });
const xlsx = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

const bomb = deflateRawSync(Buffer.alloc(1_000_000));

describe('what a file is', () => {
  useEmptyDatabase();

  const taken: Record<string, [Buffer, string]> = {
    'Записник.PDF': [pdf('један'), 'application/pdf'],
    'Уговор.docx': [archive(docx), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    'уз коментар.docx': [archive(docx, { comment: 'PK\x05\x06 и још речи' }), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    'буџет.xlsx': [archive(xlsx), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    'збијен.docx': [squeezed({ ...docx, 'word/a.xml': 'A' }, bomb, 1_000_000), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    'a.odt': [odt, 'application/vnd.oasis.opendocument.text'],
    'a.ods': [ods, 'application/vnd.oasis.opendocument.spreadsheet'],
    'a.jpg': [jpeg, 'image/jpeg'],
    'a.jpeg': [jpeg, 'image/jpeg'],
    'a.png': [png, 'image/png'],
    'a.webp': [webp, 'image/webp'],
  };
  for (const [name, [bytes, mime]] of Object.entries(taken)) {
    test(`${name} is taken as ${mime}`, async () => {
      const arrival = await bring(name, bytes);
      assert.ok('file' in arrival, JSON.stringify(arrival));
      assert.deepEqual([arrival.file.mime, arrival.file.size], [mime, bytes.length]);
    });
  }

  const refused: Record<string, [name: string, bytes: Buffer, rule: string]> = {
    'a program': ['a.exe', Buffer.from('MZ'), 'fileKind'],
    'a picture that can hold scripts': ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'fileKind'],
    'a page': ['a.html', Buffer.from('<!doctype html>'), 'fileKind'],
    'a picture of a telephone, whose decoders are many and old': ['a.heic', Buffer.from('0000001c66747970686569630000000068656963', 'hex'), 'fileKind'],
    'a picture of another film': ['a.avif', Buffer.from('0000001c66747970617669660000000061766966', 'hex'), 'fileKind'],
    'one of them under the name of another': ['a.jpg', Buffer.from('0000001c66747970686569630000000068656963', 'hex'), 'fileMislabelled'],
    'a name without an ending': ['pdf', pdf('x'), 'fileKind'],
    'a name with two endings, the last of a program': ['a.pdf.exe', pdf('x'), 'fileKind'],
    'a kind that objects are born with': ['a.constructor', pdf('x'), 'fileKind'],
    'a name cut by NUL': ['a.exe\0.pdf', Buffer.from('MZ'), 'fileMislabelled'],
    'nothing': ['a.pdf', Buffer.alloc(0), 'fileEmpty'],
    'a page that says it is a PDF': ['a.pdf', Buffer.from('<html><script>alert(1)</script>%PDF-1.4 %%EOF'), 'fileMislabelled'],
    'a PDF that says it is a picture': ['a.png', pdf('x'), 'fileMislabelled'],
    'a picture that says it is a PDF': ['a.pdf', png, 'fileMislabelled'],
    'a PDF cut short': ['a.pdf', Buffer.concat([pdf('x').subarray(0, 60), Buffer.alloc(2_000)]), 'fileBroken'],
    'a picture cut short': ['a.png', png.subarray(0, -5), 'fileBroken'],
    'a photograph cut short': ['a.jpg', jpeg.subarray(0, -1), 'fileBroken'],
    'a WebP of another length': ['a.webp', Buffer.concat([webp, Buffer.alloc(9)]), 'fileBroken'],
    'a PDF and an archive at once': ['a.pdf', Buffer.concat([pdf('x'), archive(docx), Buffer.from('')]), 'fileMislabelled'],
    'a picture with an archive behind it': ['a.jpg', Buffer.concat([jpeg, archive(docx)]), 'fileMislabelled'],
    'a PDF with a page behind it': ['a.pdf', Buffer.concat([pdf('x'), Buffer.from('\n<html><script>alert(1)</script>')]), 'fileMislabelled'],
    'a photograph with a script behind it': ['a.jpg', Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]), 'fileMislabelled'],
    'a photograph and a PDF at once': ['a.jpg', Buffer.concat([jpeg, pdf('x')]), 'fileMislabelled'],
    'a PDF with a password': ['a.pdf', Buffer.from('%PDF-1.6\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>\n%%EOF\n'), 'fileLocked'],
    'a PDF locked far from both ends': ['a.pdf', Buffer.concat([Buffer.from('%PDF-1.6\n'), Buffer.alloc(59_985, 'x'), Buffer.from('/Encrypt <</V 4>>'), Buffer.alloc(300_000, 'x'), Buffer.from('\n%%EOF\n')]), 'fileLocked'],
    'a document of Office with a password': ['a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'fileLocked'],
    'an archive with locked parts': ['a.docx', archive(docx, { flags: 1 }), 'fileLocked'],
    'an OpenDocument with a password': ['a.odt', archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'x', 'META-INF/manifest.xml': '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum-type="x"/></manifest:file-entry></manifest:manifest>' }), 'fileLocked'],
    'any archive': ['a.docx', archive({ 'readme.txt': 'x' }), 'fileMislabelled'],
    'a workbook that says it is a text': ['a.docx', archive(xlsx), 'fileMislabelled'],
    'a spreadsheet that says it is a text': ['a.odt', ods, 'fileMislabelled'],
    'an OpenDocument whose first part is another': ['a.odt', archive({ 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.text' }), 'fileMislabelled'],
    'an archive behind a page': ['a.docx', Buffer.concat([Buffer.from('<html>'), archive(docx)]), 'fileMislabelled'],
    'an archive with something between its parts and its directory': ['a.docx', Buffer.concat([archive(docx).subarray(0, 60), Buffer.from('!'), archive(docx).subarray(60)]), 'fileBroken'],
    'an archive cut short': ['a.docx', archive(docx).subarray(0, -3), 'fileBroken'],
    'an archive with words after its end': ['a.docx', Buffer.concat([archive(docx), Buffer.from('more')]), 'fileBroken'],
    'a packing that nobody uses': ['a.docx', archive(docx, { method: 99 }), 'fileBroken'],
    'parts that lie over one another': ['a.docx', archive({ ...docx, 'word/big.xml': 'x'.repeat(5_000) }, { at: 0 }), 'fileBroken'],
    'a part that leads out': ['a.docx', archive({ ...docx, 'word/../../etc/passwd': 'x' }), 'fileBroken'],
    'a part from the root': ['a.docx', archive({ ...docx, '/etc/passwd': 'x' }), 'fileBroken'],
    'a part on another disk': ['a.docx', archive({ ...docx, 'C:\\x': 'x' }), 'fileBroken'],
    'macros': ['a.docx', archive({ ...docx, 'word/vbaProject.bin': 'x' }), 'fileMacros'],
    'macros in capitals': ['a.xlsx', archive({ ...xlsx, 'xl/VBAPROJECT.BIN': 'x' }), 'fileMacros'],
    'old macros': ['a.xlsx', archive({ ...xlsx, 'xl/macrosheets/sheet1.xml': 'x' }), 'fileMacros'],
    'macros of OpenDocument': ['a.odt', archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '', 'Basic/Standard/Module1.xml': 'x' }), 'fileMacros'],
    'what unpacks to more than 200 MB': ['a.docx', archive(docx, { unpacked: 150 * 1_048_576 }), 'fileTooDeep'],
    'more than 2,000 parts': ['a.docx', archive(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`word/${n}.xml`, '']))), 'fileTooDeep'],
    'a bomb that says it is small': ['a.docx', squeezed({ ...docx, 'word/a.xml': 'A' }, bomb, 10), 'fileBroken'],
    'a part that is not packed as it says': ['a.docx', squeezed({ ...docx, 'word/a.xml': 'A' }, Buffer.from('no deflate at all'), 10), 'fileBroken'],
    'a bomb that says what it is': ['a.docx', squeezed({ ...docx, 'word/a.xml': 'A' }, bomb, 300 * 1_048_576), 'fileTooDeep'],
  };
  for (const [what, [name, bytes, rule]] of Object.entries(refused)) {
    test(`refused as ${rule}, with no byte left behind: ${what}`, async () => {
      const held = await reader().$count(fileChunk);
      for (const step of [60_000, 7]) {
        if (step === 7 && bytes.length > 20_000) continue;
        const arrival = await bring(name, bytes, { step });
        assert.ok('issue' in arrival, 'it was taken');
        assert.equal(arrival.issue.rule, rule);
      }
      assert.equal(await reader().$count(fileChunk), held);
    });
  }

  test('one byte over the limit is too much, the limit itself is not', async () => {
    const bytes = Buffer.concat([pdf('x'), Buffer.alloc(500_000), pdf('y')]);
    assert.ok('file' in await bring('a.pdf', bytes, { limit: bytes.length }));
    const arrival = await bring('a.pdf', bytes, { limit: bytes.length - 1 });
    assert.ok('issue' in arrival && arrival.issue.rule === 'fileTooLarge');
  });

  test('a store that fails in the middle leaves no bytes, and the fault is told', async () => {
    const held = await reader().$count(fileChunk);
    const { takeIn } = await import('#office/document/arrival.ts');
    async function* broken() {
      yield Buffer.alloc(2_000_000);
      throw new Error('line cut');
    }
    await assert.rejects(takeIn({ name: 'a.pdf', bytes: broken(), cut: () => false, skip() {} }, { limit: 10_000_000 }), /line cut/);
    assert.equal(await reader().$count(fileChunk), held);
  });
});

describe('a scanner for harmful files', () => {
  useEmptyDatabase();
  const heard: Buffer[] = [];
  let says = 'stream: OK';
  const clamd = createServer((line) => {
    let got = Buffer.alloc(0);
    line.on('error', () => {});
    line.on('data', (part) => {
      got = Buffer.concat([got, part]);
      if (got.subarray(-4).equals(Buffer.alloc(4))) {
        heard.push(got);
        line.end(`${says}\0`);
      }
    });
  });
  before(() => new Promise<void>((resolve) => void clamd.listen(0, '127.0.0.1', resolve)));
  after(() => void clamd.close());
  const scanner = () => `127.0.0.1:${(clamd.address() as AddressInfo).port}`;

  test('hears the whole file, and what it finds is not taken', async () => {
    const bytes = Buffer.concat([pdf('x'), Buffer.alloc(400_000, 'x'), pdf('y')]);
    assert.ok('file' in await bring('a.pdf', bytes, { scanner: scanner() }));
    assert.equal(heard[0]?.subarray(0, 10).toString(), 'zINSTREAM\0');
    assert.ok(heard[0]!.length > bytes.length);
    says = 'stream: Eicar-Test-Signature FOUND';
    const held = await reader().$count(fileChunk);
    assert.deepEqual(await ruleOf(bytes, scanner()), 'fileHarmful');
    says = 'INSTREAM size limit exceeded. ERROR';
    assert.deepEqual(await ruleOf(bytes, scanner()), 'scannerAway');
    assert.deepEqual(await ruleOf(bytes, '127.0.0.1:1'), 'scannerAway');
    assert.deepEqual(await ruleOf(bytes, '/nowhere/clamd.sock'), 'scannerAway');
    assert.equal(await reader().$count(fileChunk), held);
  });

  test('that takes no such length is heard before all was sent; its address may stand in brackets, as one of IPv6 does', async () => {
    says = 'stream: OK';
    assert.equal(await isClean(long(1), scanner().replace('127.0.0.1', '[127.0.0.1]')), true);
    const short = createServer((line) => {
      line.on('error', () => {});
      line.once('data', () => line.pause().write('INSTREAM size limit exceeded. ERROR\0'));
      after(() => void line.destroy());
    });
    after(() => void short.close());
    await new Promise<void>((resolve) => void short.listen(0, '127.0.0.1', resolve));
    await assert.rejects(isClean(long(200), `127.0.0.1:${(short.address() as AddressInfo).port}`), /INSTREAM size limit exceeded/);
  });

  async function* long(parts: number): AsyncGenerator<Buffer> {
    for (let part = 0; part < parts; part += 1) {
      await setImmediate();
      yield Buffer.alloc(262_144);
    }
  }

  async function ruleOf(bytes: Buffer, at: string): Promise<string | undefined> {
    const arrival = await bring('a.pdf', bytes, { scanner: at });
    return 'issue' in arrival ? arrival.issue.rule : undefined;
  }
});

describe('the name of a file', () => {
  const names: Record<string, [tidy: string, address: string]> = {
    'Записник са састанка.pdf': ['Записник са састанка.pdf', 'zapisnik-sa-sastanka.pdf'],
    '../../etc/passwd': ['passwd', 'passwd'],
    'C:\\Документи\\Уговор.DOCX': ['Уговор.docx', 'ugovor.docx'],
    'a\r\nSet-Cookie: x=1.pdf': ['aSet-Cookie: x=1.pdf', 'aset-cookie-x-1.pdf'],
    'фактура\u202Efdp.exe': ['фактураfdp.exe', 'fakturafdp.exe'],
    '  .pdf': ['file.pdf', 'file.pdf'],
    '': ['file', 'file'],
    '"; filename=x.html;.pdf': ['"; filename=x.html;.pdf', 'filename-x-html.pdf'],
    'Ђерђелез‎ Алија.png': ['Ђерђелез Алија.png', 'djerdjelez-alija.png'],
    'é.jpg': ['é.jpg', 'e.jpg'],
    '契約.pdf': ['契約.pdf', 'file.pdf'],
  };
  for (const [given, [tidy, address]] of Object.entries(names)) {
    test(JSON.stringify(given), () => assert.deepEqual([tidyName(given), addressName(tidyName(given))], [tidy, address]));
  }

  test('300 characters become 190 and keep their ending', () => {
    const tidy = tidyName(`${'ж'.repeat(300)}.pdf`);
    assert.deepEqual([[...tidy].length, endingOf(tidy)], [194, 'pdf']);
    assert.ok(addressName(tidy).length <= 90);
  });

  test('whatever is given, no folder, no control and no direction is left, and the address is plain', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const tidy = tidyName(given);
      assert.ok(tidy.length > 0 && tidy.isWellFormed() && !/[/\\\p{Cc}\p{Cf}]/u.test(tidy));
      assert.equal(tidyName(tidy), tidy);
      assert.match(addressName(tidy), /^[a-z0-9-]+(\.[a-z0-9]{1,8})?$/);
    }), { numRuns: 500 });
  });
});

/** The last part holds `bytes`, deflated, and says it unpacks to `unpacked`. */
function squeezed(parts: Record<string, string>, bytes: Buffer, unpacked: number): Buffer {
  const raw = archive({ ...parts, 'word/a.xml': 'x'.repeat(bytes.length) });
  const [first, second] = [raw.indexOf('x'.repeat(bytes.length)), raw.lastIndexOf('PK\x01\x02')];
  bytes.copy(raw, first);
  for (const at of [raw.lastIndexOf('PK\x03\x04') + 4, second + 6]) {
    raw.writeUInt16LE(8, at + 4);
    raw.writeUInt32LE(unpacked, at + 18);
  }
  return raw;
}
