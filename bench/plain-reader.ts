import { Parser } from 'htmlparser2';
import { visit, type Visited } from './visit.ts';

export type Fields = [name: string, value: string][];

/** A browser without scripts: keeps cookies, posts forms as multipart, and follows where it is sent only when told to. */
export type PlainReader = {
  get(path: string): Promise<Visited>;
  post(path: string, fields: Fields): Promise<Visited>;
  /** The header by which the site knows this reader again. */
  cookie(): string;
};

export function plainReader(origin: string): PlainReader {
  const cookies = new Map<string, string>();
  const keep = (answer: Visited): Visited => {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', ...value] = (cookie.split(';', 1)[0] ?? '').split('=');
      cookies.set(name, value.join('='));
    }
    return answer;
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie,
    get: async (path) => keep(await visit(origin + path, { cookie: cookie() })),
    async post(path, fields) {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      const body = new Response(form);
      const headers = { cookie: cookie(), origin, 'sec-fetch-site': 'same-origin', 'content-type': body.headers.get('content-type') ?? '' };
      const bytes = Buffer.from(await body.arrayBuffer());
      return keep(await visit(origin + path, { ...headers, 'content-length': bytes.length }, { method: 'POST', body: bytes }));
    },
  };
}

/** What a browser would send of the form that holds a field of this name: the form as the page gave it. */
export function formWith(html: string, field: string): Fields {
  const forms: Fields[] = [];
  let fields: Fields = [];
  let list: { name: string; options: { value: string; chosen: boolean }[] } | null = null;
  let text: { name: string; value: string } | null = null;
  const parser = new Parser({
    onopentag(name, a) {
      if (name === 'form') forms.push((fields = []));
      if (name === 'input' && a.name && !['submit', 'button', 'image', 'file'].includes(a.type ?? '')) {
        if (!['checkbox', 'radio'].includes(a.type ?? '') || 'checked' in a) fields.push([a.name, a.value ?? '']);
      }
      if (name === 'select') list = { name: a.name ?? '', options: [] };
      if (name === 'option') list?.options.push({ value: a.value ?? '', chosen: 'selected' in a });
      if (name === 'textarea') text = { name: a.name ?? '', value: '' };
    },
    ontext(part) {
      if (text) text.value += part;
    },
    onclosetag(name) {
      if (name === 'textarea' && text) {
        fields.push([text.name, text.value]);
        text = null;
      }
      if (name === 'select' && list) {
        fields.push([list.name, (list.options.find(({ chosen }) => chosen) ?? list.options[0])?.value ?? '']);
        list = null;
      }
    },
  });
  parser.end(html);
  const found = forms.find((form) => form.some(([name]) => name === field));
  if (!found) throw new Error(`The page has no form with the field ${field}.`);
  return found;
}

/** The same fields, with this one's value in the place of what stood there. */
export function typed(fields: Fields, name: string, value: string): Fields {
  return fields.map(([own, stood]) => [own, own === name ? value : stood]);
}
