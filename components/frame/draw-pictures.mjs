// Draws what stands in public/ for others to show: the card of the site in each written form (Open Graph, 1200 × 630) and the
// icons of the web manifest. An HTML page with our own fonts and colours is photographed in Chromium. Run with Node after
// changing the mark, the words of the site or this drawing; CHROMIUM names a browser other than Playwright's own.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFile(new URL(path, root), 'utf8');
const [mark, fonts, cyrillic, latin, english] = await Promise.all(['public/favicon.svg', 'components/styles/fonts.css', 'messages/sr-Cyrl.json', 'messages/sr-Latn.json', 'messages/en.json'].map(read));
const forms = { 'sr-Cyrl': ['sr-Cyrl-RS', cyrillic], 'sr-Latn': ['sr-Latn-RS', latin], en: ['en', english] };
const colour = { band: '#07323a', land: '#12505a', country: '#1d6973', soft: '#bcd8d9', amber: '#f5b83d', petrol: '#0a5560' };

/** Fonts from disk, by data: addresses, since a page without an address may fetch nothing. */
async function fontFaces() {
  const names = [...fonts.matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => path);
  const files = await Promise.all(names.map(async (path) => [path, `data:font/woff2;base64,${(await readFile(new URL(`public${path}`, root))).toString('base64')}`]));
  return files.reduce((css, [path, data]) => css.replaceAll(`"${path}"`, `"${data}"`), fonts);
}

/** The seal with its ring of records, as on the home page; the words beside a double rule. */
function card(lang, { site }) {
  const rings = [150, 215, 290, 375, 470].map((r) => `<circle cx="930" cy="315" r="${r}" fill="none" stroke="${colour.country}" stroke-width="2"/>`);
  const dots = [[150, 200], [215, 305], [215, 130], [290, 255], [290, 62], [375, 172], [375, 228], [470, 140], [470, 212]].map(([r, degrees]) => {
    const [x, y] = [930 + r * Math.cos((degrees * Math.PI) / 180), 315 + r * Math.sin((degrees * Math.PI) / 180)];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="8" fill="${colour.soft}"/>`;
  });
  return `<!doctype html><html lang="${lang}"><style>${faces}
    * { margin: 0; box-sizing: border-box; }
    body { inline-size: 1200px; block-size: 630px; background: ${colour.band}; color: #fff; font-family: "Povelja Sans"; position: relative; overflow: hidden; }
    svg.rings { position: absolute; inset: 0; }
    .fade { position: absolute; inset: 0 400px 0 0; background: linear-gradient(to left, transparent, ${colour.band} 16rem); }
    .mark { position: absolute; inset-inline-start: 820px; inset-block-start: 205px; inline-size: 220px; block-size: 220px; border-radius: 50%; border: 6px solid ${colour.amber}; background: ${colour.band}; }
    .mark svg { inline-size: 100%; block-size: 100%; display: block; }
    .say { position: absolute; inset: 0 480px 0 72px; display: flex; flex-direction: column; justify-content: center; }
    .say > div { border-inline-start: 8px double ${colour.amber}; padding-inline-start: 36px; }
    h1 { font: 600 104px/1 "Povelja Serif"; margin-block-end: 28px; }
    p { font-size: 38px; line-height: 1.25; color: #fff; }
    p + p { margin-block-start: 28px; font-size: 27px; color: ${colour.soft}; }
  </style><body>
    <svg class="rings" width="1200" height="630">${rings.join('')}${dots.join('')}</svg><div class="fade"></div>
    <div class="mark">${mark}</div>
    <div class="say"><div><h1>${site.name}</h1><p>${site.tagline}</p><p>${site.city} · ${site.office}</p></div></div>
  </body></html>`;
}

/** The mark alone; a maskable icon keeps it within the inner four fifths, on a ground without corners. */
function icon(size, ground, part) {
  return `<!doctype html><style>* { margin: 0; } html { background: ${ground}; } svg { position: absolute; inset: ${(size * (1 - part)) / 2}px; inline-size: ${size * part}px; block-size: ${size * part}px; }</style>${mark}`;
}

const faces = await fontFaces();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || undefined, args: ['--no-sandbox', '--disable-gpu'] });
async function photograph(name, html, width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await writeFile(new URL(`public/${name}.png`, root), await page.screenshot({ omitBackground: true }));
  await page.close();
}
for (const [form, [lang, words]] of Object.entries(forms)) await photograph(`card-${form}`, card(lang, JSON.parse(words)), 1200, 630);
await photograph('icon-192', icon(192, 'transparent', 1), 192, 192);
await photograph('icon-512', icon(512, 'transparent', 1), 512, 512);
await photograph('icon-maskable-512', icon(512, colour.petrol, 0.78), 512, 512);
await browser.close();
