// Reads one file that a stranger may have made: in a process of its own, without a right to write or to start anything, with
// little memory, and killed when it takes long. Bytes come in on standard input; a line of JSON goes out, and after it the picture.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels, the longer side; characters; pages whose text is read. */
const [side, longest, furthest] = [480, 150_000, 300];
/** More pixels than this would not fit into the memory of the process: a scan in A0 at 300 dpi has 140 million. */
const mostPixels = 160_000_000;

const parts = [];
for await (const part of process.stdin) parts.push(part);
const bytes = Buffer.concat(parts);
const { picture = null, ...read } = process.argv[2] === 'application/pdf' ? await readPdf() : await readPicture();
process.stdout.write(`${JSON.stringify(read)}\n`);
if (picture) process.stdout.write(picture);

async function readPdf() {
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name) => `${path.join(home, name)}${path.sep}`;
  const pdf = await getDocument({
    data: new Uint8Array(bytes), isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableFontFace: true, maxImageSize: mostPixels,
    standardFontDataUrl: folder('standard_fonts'), cMapUrl: folder('cmaps'), wasmUrl: folder('wasm'), verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const first = await drawn(await pdf.getPage(1)).catch(() => ({}));
  return { pages: pdf.numPages, text: await textOf(pdf), ...first };
}

async function textOf(pdf) {
  let text = '';
  for (let page = 1; page <= Math.min(pdf.numPages, furthest) && text.length < longest; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += `${items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join('')}\n`;
  }
  return text.replaceAll('\0', '').toWellFormed().trim().slice(0, longest);
}

async function drawn(page) {
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: side / Math.max(whole.width, whole.height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  return { width: canvas.width, height: canvas.height, picture: await canvas.encode('webp', 75) };
}

async function readPicture() {
  const { width = 0, height = 0 } = imageSize(bytes);
  if (width * height > mostPixels) throw new Error('too many pixels');
  const image = await loadImage(bytes);
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return { pages: null, text: '', width: canvas.width, height: canvas.height, picture: await canvas.encode('webp', 75) };
}
