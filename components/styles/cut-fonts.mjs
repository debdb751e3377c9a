// Cuts the two type families down to the letters a Serbian register uses.
// Input: @fontsource-variable/source-sans-3 and @fontsource-variable/piazzolla (SIL OFL 1.1).
// Output: public/fonts/1/*.woff2 and fonts.css beside this file. Needs: npm i subset-font and both packages, outside the repository.
// The folder's number is part of every address, which is served as immutable: raise it when a file changes.
import subset from 'subset-font';
import { readFile, writeFile } from 'node:fs/promises';

const out = process.argv[2] ?? 'public/fonts/1';
const from = process.argv[3] ?? 'node_modules/@fontsource-variable';
const span = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i)).join('');

const sets = {
  'cyrl': ['cyrillic', 'АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџш№'],
  'cyrl-more': ['cyrillic', 'ЁЙЩЪЫЬЭЮЯёйщъыьэюяЄІЇҐєіїґЃЌЅѓќѕЀЍѐѝ'],
  'latn': ['latin', span(0x20, 0x7e) + '\u00a0§«»·°±×÷©–—‘’‚“”„•…‹›€−'],
  'latn-ext': ['latin-ext', 'ĐđŽžČčĆćŠš'],
  'latn-more': ['latin', span(0xc0, 0xff)],
  'latn-far': ['latin-ext', 'ĂăĄąĘęĚěĎďĹĺĽľŁłŃńŇňŐőŔŕŘřŚśŞşȘșŤťŢţȚțŮůŰűŹźŻżĞğİı'],
};
const faces = [
  ['Povelja Sans', 'source-sans-3', 'normal', 'sans', { min: 400, max: 700 }, Object.keys(sets)],
  ['Povelja Serif', 'piazzolla', 'normal', 'serif', 600, Object.keys(sets)],
  ['Povelja Sans', 'source-sans-3', 'italic', 'sans-italic', 400, ['cyrl', 'latn', 'latn-ext', 'latn-more']],
];
const keepFeatures = ['locl', 'kern', 'liga', 'ccmp', 'mark', 'mkmk', 'tnum', 'lnum', 'calt'];

// "Source" is a reserved name of the original: the cut files must not carry it.
function rename(sfnt) {
  let b = Buffer.from(sfnt);
  for (const [was, is] of [['Source Sans 3', 'Povelja Sans3'], ['SourceSans3', 'PoveljaSans']])
    for (const enc of ['latin1', 'utf16be']) {
      const enc2 = s => enc === 'latin1' ? Buffer.from(s, 'latin1') : Buffer.from(s, 'utf16le').swap16();
      for (let i = b.indexOf(enc2(was)); i >= 0; i = b.indexOf(enc2(was), i + 1)) enc2(is).copy(b, i);
    }
  return b;
}
function ranges(text) {
  const c = [...new Set([...text].map(x => x.codePointAt(0)))].sort((a, b) => a - b), r = [];
  const h = n => n.toString(16).toUpperCase().padStart(4, '0');
  for (let i = 0, j; i < c.length; i = j + 1) {
    for (j = i; c[j + 1] === c[j] + 1;) j++;
    r.push('U+' + h(c[i]) + (j > i ? '-' + h(c[j]) : ''));
  }
  return r.join(', ');
}

let css = '/* Written by cut-fonts.mjs. The browser fetches only the files whose letters stand on the page. */\n';
for (const [family, pack, style, stem, wght, keys] of faces)
  for (const key of keys) {
    const [part, text] = sets[key];
    const file = `${from}/${pack}/files/${pack}-${part}-wght-${style}.woff2`;
    const cut = await subset(await readFile(file), text, { targetFormat: 'sfnt', variationAxes: { wght }, keepFeatures, noHinting: true });
    const woff = await subset(rename(cut), null, { keepAllGlyphs: true, targetFormat: 'woff2', keepFeatures });
    await writeFile(`${out}/${stem}-${key}.woff2`, woff);
    const weight = typeof wght === 'number' ? wght : `${wght.min} ${wght.max}`;
    css += `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; font-display: swap; src: url("/fonts/1/${stem}-${key}.woff2") format("woff2"); unicode-range: ${ranges(text)}; }\n`;
    console.log(`${stem}-${key}`, woff.length);
  }
await writeFile(new URL('./fonts.css', import.meta.url), css);
