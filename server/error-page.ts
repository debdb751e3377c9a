import type { ServerResponse } from 'node:http';
import { globSync } from 'node:fs';
import path from 'node:path';
import en from '#messages/en.json' with { type: 'json' };
import type { WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { textsOf, type SentForm } from './sent-form.ts';
import srCyrl from '#messages/sr-Cyrl.json' with { type: 'json' };
import srLatn from '#messages/sr-Latn.json' with { type: 'json' };
import { publicPolicy, type RawHeaders } from './headers.ts';

/** The statuses for which the door has words of its own; any other is told as the nearest of them. */
const statuses = [400, 403, 404, 405, 409, 410, 413, 500, 503] as const;
export type FaultStatus = (typeof statuses)[number];

/** Writes the page of a status in the reader's form. It needs neither Next nor the database, and tells nothing about either. */
export type Faults = (response: ServerResponse, status: number, form: WrittenForm, sent?: SentForm | null) => void;

/** Builds all pages once. `folder` is where Next's build lies; without its stylesheet the pages are plain but whole. */
export function openFaults(safety: RawHeaders, folder: string): Faults {
  const sheets = globSync('static/**/*.css', { cwd: folder }).toSorted().map((file) => `/_next/${file.split(path.sep).join('/')}`);
  const pages = new Map<string, Buffer>();
  return (response, status, form, sent) => {
    const told = nearest(status);
    const key = `${told} ${form}`;
    const body = sent ? Buffer.from(faultPage(told, form, sheets, sent)) : pages.get(key) ?? Buffer.from(faultPage(told, form, sheets));
    if (!sent) pages.set(key, body);
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const extra = { 405: ['Allow', 'GET, HEAD'], 503: ['Retry-After', '10'] }[String(told)] ?? [];
    response.writeHead(status, [...safety, ...faultHeaders, ...extra, 'Content-Length', String(body.length)]);
    response.end(response.req.method === 'HEAD' ? undefined : body);
  };
}

/** A whole page in one form; plain HTML with the classes of the site's own not-found view. With what was sent, it can be sent again. */
export function faultPage(status: FaultStatus, form: WrittenForm, sheets: readonly string[], sent: SentForm | null = null): string {
  const { faults, site } = words[form];
  const { title, text } = faults[status];
  const over = faults.over.replace('{status}', String(status));
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="${escape(sheet)}">`).join('');
  return (
    `<!doctype html><html lang="${htmlLang(form)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escape(title)} – ${escape(site.name)}</title>${links}</head><body><main id="main">` +
    `<div class="wrap body nf"><div class="head"><p class="over">${escape(site.name)} · ${escape(over)}</p><h1>${escape(title)}</h1>` +
    `<p class="lead">${escape(text)}</p></div>${sent ? sendAgain(sent, faults.sent) : ''}<p>${passes.has(status) && !sent ? `<a href="">${escape(faults.again)}</a> · ` : ''}<a href="/${form}">${escape(faults.home)}</a></p></div></main></body></html>`
  );
}

/** What is over in a while: the same address is asked again, unless a form was sent, which is sent again. */
const passes: ReadonlySet<FaultStatus> = new Set([500, 503]);

/** Every field as it came, to be sent once more as it is; the texts among them also to be read and copied. */
function sendAgain({ address, fields, hadFiles }: SentForm, t: (typeof en)['faults']['sent']): string {
  const hidden = fields.map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('');
  const texts = textsOf(fields).map((text) => `<li>${escape(text)}</li>`).join('');
  return (
    `<div class="note t-wait"><div><h2>${escape(t.heading)}</h2><p>${escape(hadFiles ? `${t.text} ${t.files}` : t.text)}</p>` +
    `<form method="post" enctype="multipart/form-data" action="${escape(address)}">${hidden}<p class="btns"><button class="btn" type="submit">${escape(t.send)}</button></p></form>` +
    `${texts ? `<details><summary>${escape(t.typed)}</summary><ul>${texts}</ul></details>` : ''}</div></div>`
  );
}

const words = { 'sr-Cyrl': srCyrl, 'sr-Latn': srLatn, en };
const faultHeaders = ['Content-Type', 'text/html; charset=utf-8', 'Cache-Control', 'no-store', 'Content-Security-Policy', publicPolicy];

function nearest(status: number): FaultStatus {
  const exact = statuses.find((known) => known === status);
  return exact ?? (status >= 500 ? 500 : 400);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
