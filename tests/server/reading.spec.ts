import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { readFile } from '#server/reading/read-file.ts';

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A PDF of two pages with a text layer, written by hand, its places reckoned. */
function pdfOf(...lines: string[]): Buffer {
  const pages = lines.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${pages}]/Count ${lines.length}>>`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, at) => {
      const drawn = `BT /F1 24 Tf 40 200 Td (${line}) Tj ET`;
      return [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`, `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`];
    }),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${body}endobj\n`;
    return place;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${text}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`);
}

describe('reading a file that a stranger made', () => {
  test('a PDF: its pages, its text layer, its first page in small', async () => {
    const read = await readFile('application/pdf', once(pdfOf('Sporazum o saradnji', 'Druga strana')));
    assert.deepEqual([read.verdict, read.pages, read.width, read.height], ['read', 2, 360, 480]);
    assert.match(read.text, /Sporazum o saradnji\s+Druga strana/);
    assert.equal(Buffer.from(read.picture ?? []).subarray(8, 12).toString(), 'WEBP');
  });

  test('a picture is made small, and never larger than it was', async () => {
    const png = (width: number, height: number) => createCanvas(width, height).encode('png');
    const large = await readFile('image/png', once(await png(1_000, 500)));
    assert.deepEqual([large.verdict, large.pages, large.text, large.width, large.height], ['read', null, '', 480, 240]);
    const small = await readFile('image/png', once(await png(40, 30)));
    assert.deepEqual([small.width, small.height], [40, 30]);
  });

  test('what is broken, empty, or says that it is a thousand times what fits, is unreadable', async () => {
    const unreadable = { verdict: 'unreadable', pages: null, text: '', picture: null, width: null, height: null };
    const huge = Buffer.from(await createCanvas(1, 1).encode('png'));
    huge.writeUInt32BE(100_000, 16);
    huge.writeUInt32BE(100_000, 20);
    assert.deepEqual(await readFile('image/png', once(huge)), unreadable);
    assert.deepEqual(await readFile('image/jpeg', once(Buffer.alloc(0))), unreadable);
    assert.deepEqual(await readFile('application/pdf', once(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)]))), unreadable);
  });
});
