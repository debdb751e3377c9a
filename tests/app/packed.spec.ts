import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { visit } from '../../bench/visit.ts';
import { admin } from '../site.ts';
import { Reader } from './plain-http.ts';

const origin = process.env.POVELJA_URL ?? 'http://127.0.0.1:3000';
const unpack = { gzip: gunzipSync, br: brotliDecompressSync };

test('pages of staff go packed where the browser asks for it, and say the same', async () => {
  const reader = new Reader(origin);
  await reader.signIn(admin);
  const own = reader.cookies().join('; ');
  for (const [path, status, cookie] of [['/sr-Cyrl/workspace/agreements', 200, own], ['/en/workspace/partners/x', 404, own], ['/en/sign-in', 200, '']] as const) {
    const plain = await visit(origin + path, { cookie });
    expect([path, plain.status, plain.headers['content-encoding']]).toEqual([path, status, undefined]);
    for (const encoding of ['gzip', 'br'] as const) {
      const packed = await visit(origin + path, { cookie, 'accept-encoding': encoding, 'sec-fetch-site': encoding === 'br' ? 'none' : 'same-origin' });
      expect([path, packed.status, packed.headers['content-encoding'], packed.headers['content-length']]).toEqual([path, status, encoding, undefined]);
      expect(packed.headers.vary, path).toMatch(/accept-encoding/i);
      expect(packed.body.length, path).toBeLessThan(plain.body.length / 3);
      expect(shape(unpack[encoding](packed.body).toString()), path).toBe(shape(plain.body.toString()));
    }
  }
});

test('what another site makes a browser ask goes plain, so that nobody tells a secret on the page by its length', async () => {
  const reader = new Reader(origin);
  await reader.signIn(admin);
  const cookie = reader.cookies().join('; ');
  for (const path of ['/en/workspace/me/second-factor/set-up', '/en/workspace/agreements', '/en/sign-in']) {
    for (const site of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, {}]) {
      const { headers } = await visit(`${origin}${path}?q=guess`, { cookie, 'accept-encoding': 'br, gzip', ...site });
      expect([path, site, headers['content-encoding']]).toEqual([path, site, undefined]);
    }
  }
});

/** Nonces and one-time ids are others on each page. */
function shape(html: string): string {
  return html.replaceAll(/nonce="[^"]*"|nonce\\":\\"[^"]*"/g, '').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '').replaceAll(/<script[\s\S]*?<\/script>/g, '');
}
