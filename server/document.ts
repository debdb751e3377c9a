import { Parser } from 'htmlparser2';

/** A page that cannot be a document without scripts. Says what stood in it, so that the page can be mended. */
export class NotADocument extends Error {
  constructor(what: string) {
    super(`public page holds ${what}`);
    this.name = 'NotADocument';
  }
}

/**
 * A page's HTML made a document: Next's scripts, their preloads and React's comments go, linked data
 * (`application/ld+json`) stays, and every other byte is kept. Throws NotADocument where the page
 * needs a script to be whole or holds what the public policy would block.
 */
export function toDocument(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let within: 'code' | 'linked data' | null = null;
  const cut = (start: number, end: number): void => {
    kept.push(html.slice(from, start));
    from = end + 1;
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      refuseWhatIsBlocked(name, attributes);
      if (name === 'script') {
        within = attributes.type === 'application/ld+json' ? 'linked data' : 'code';
        if (within === 'code') kept.push(html.slice(from, parser.startIndex));
      } else if (name === 'link' && isScriptPreload(attributes)) {
        cut(parser.startIndex, parser.endIndex);
      }
    },
    ontext(text) {
      // Browsers read `<!--<script` inside a script in a way of their own; JSON can always write < as an escape.
      if (within === 'linked data' && text.includes('<')) throw new NotADocument('linked data with an unescaped <');
    },
    onclosetag(name, implied) {
      if (name !== 'script') return;
      if (implied) throw new NotADocument('an unclosed script');
      if (within === 'code') from = parser.endIndex + 1;
      within = null;
    },
    oncomment() {
      cut(parser.startIndex, parser.endIndex);
    },
  });
  parser.end(html);
  kept.push(html.slice(from));
  return kept.join('').replace('<div hidden=""></div>', '');
}

function refuseWhatIsBlocked(name: string, attributes: Record<string, string>): void {
  if (name === 'style') throw new NotADocument('a style element');
  if (name === 'template') throw new NotADocument('a streamed placeholder (template)');
  if (name === 'iframe' || name === 'object' || name === 'embed' || name === 'base') throw new NotADocument(`an element ${name}`);
  if (name === 'html' && attributes.id === '__next_error__') throw new NotADocument("Next's error");
  if (name === 'div' && 'hidden' in attributes && /^S:/.test(attributes.id ?? '')) throw new NotADocument('streamed content');
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 'style') throw new NotADocument(`an inline style on ${name}`);
    if (attribute.startsWith('on')) throw new NotADocument(`an inline handler ${attribute} on ${name}`);
    if (isScriptAddress(value) && addresses.has(attribute)) throw new NotADocument(`a script address on ${name}`);
  }
}

const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href']);

function isScriptAddress(value: string): boolean {
  return /^[\0-\x20]*j[\t\r\n]*a[\t\r\n]*v[\t\r\n]*a[\t\r\n]*s[\t\r\n]*c[\t\r\n]*r[\t\r\n]*i[\t\r\n]*p[\t\r\n]*t[\t\r\n]*:/i.test(value);
}

function isScriptPreload({ rel, as }: Record<string, string>): boolean {
  return rel === 'modulepreload' || (rel === 'preload' && as === 'script');
}
