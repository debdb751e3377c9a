import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { writtenForms } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { ask } from './plain-http.ts';

const feeds = [['feed.atom', 'application/atom+xml; charset=utf-8'], ['milestones.ics', 'text/calendar; charset=utf-8']] as const;

for (const form of writtenForms) {
  test(`every public page names both feeds, and the feeds are what they say: ${form}`, async ({ page, baseURL }) => {
    await page.goto(`/${form}/projects/transpower`);
    for (const [name, type] of feeds) {
      const link = page.locator(`head link[rel=alternate][type="${type.split(';')[0]}"]`);
      await expect(link).toHaveAttribute('href', new RegExp(`/${form}/${name.replace('.', '\\.')}$`));
      await expect(page.locator(`footer a[href="/${form}/${name}"]`)).toHaveCount(1);
      const answer = await ask(`${baseURL}/${form}/${name}`);
      expect([answer.status, answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([200, type, 'nosniff']);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['content-security-policy']).not.toContain("style-src 'self'");
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const atom = (await ask(`${baseURL}/${form}/feed.atom`)).text;
    // The browser's parser is as strict as XML asks.
    const read = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      const root = parsed.documentElement;
      return {
        faults: parsed.getElementsByTagName('parsererror').length, name: `${root.namespaceURI} ${root.localName}`, lang: root.getAttribute('xml:lang'),
        entries: root.getElementsByTagName('entry').length, self: root.querySelector('feed > link[rel=self]')?.getAttribute('href') ?? '',
        pages: [...root.querySelectorAll('entry > link')].map((link) => link.getAttribute('href') ?? ''),
      };
    }, atom);
    expect(read).toMatchObject({ faults: 0, name: 'http://www.w3.org/2005/Atom feed', lang: htmlLang(form) });
    expect(read.entries).toBeGreaterThan(20);
    expect(read.entries).toBeLessThanOrEqual(50);
    expect(new URL(read.self).pathname).toBe(`/${form}/feed.atom`);
    // A record may be withdrawn, before or meanwhile: its address then says so.
    for (const href of new Set(read.pages)) expect([200, 410], href).toContain((await ask(`${baseURL}${new URL(href).pathname}`)).status);
    const calendar = new ICAL.Component(ICAL.parse((await ask(`${baseURL}/${form}/milestones.ics`)).text));
    expect(calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('dtstart')))).toContain('2007-05-01');
  });
}

test('the feeds are kept like pages: an ETag, 304, compressed, without a body to HEAD, and no door for other methods', async ({ baseURL }) => {
  for (const [name] of feeds) {
    const address = `${baseURL}/sr-Cyrl/${name}`;
    const whole = await ask(address);
    expect(whole.headers.etag).toMatch(/^"/);
    expect(whole.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect((await ask(address, { headers: { 'if-none-match': whole.headers.etag ?? '' } })).status).toBe(304);
    const head = await ask(address, { method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(Buffer.byteLength(whole.text))]);
    const brotli = await ask(address, { headers: { 'accept-encoding': 'br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(Number(brotli.headers['content-length'])).toBeLessThan(Buffer.byteLength(whole.text) / 1.5);
    expect((await ask(`${address}?nonsense=1`)).headers.etag).toBe(whole.headers.etag);
    expect((await ask(address, { method: 'POST', headers: { origin: baseURL ?? '' } })).status).toBe(405);
    expect((await ask(`${baseURL}/de/${name}`)).status).toBe(404);
  }
});
