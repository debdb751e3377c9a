import { Feed } from 'feed';
import { htmlLang } from '#messages/routing.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { Told } from '#office/register/latest.ts';
import type { FeedPlace } from './answer.ts';
import { addressNamespace, nameId } from './name-id.ts';
import { asHtml, readable } from './readable.ts';

/** How many records a feed tells of. */
export const feedLength = 50;

/**
 * What the register last told the public, as an Atom feed (RFC 4287) in one written form. `origin` is the site's own.
 * An entry's id is made from the record's, so it outlives a change of the slug; the feed's from its address.
 */
export function atomFeed(told: readonly Told[], { form, origin }: FeedPlace): string {
  const say = words(form, 'feeds');
  const self = `${origin}/${form}/feed.atom`;
  const feed = new Feed({
    id: `urn:uuid:${nameId(addressNamespace, self)}`, title: say('atom.title'), description: say('atom.subtitle'), generator: say('generator'),
    updated: told[0]?.at ?? new Date(0), link: `${origin}/${form}`, feed: self, author: { name: say('author'), link: `${origin}/${form}/about` },
  });
  for (const one of told) {
    feed.addItem({
      id: `urn:uuid:${nameId(one.id, form)}`, link: `${origin}/${form}${one.page}`, date: one.at, ...(one.publishedAt ? { published: one.publishedAt } : {}),
      title: asHtml(say(`atom.${one.news}`, { name: textIn(one.name, form) || one.code })), description: summary(one, form),
      category: [{ term: one.news, name: say(`atom.news.${one.news}`) }, { term: one.noun, name: kindOf(one, form) }],
    });
  }
  // The package has no place for the language; Atom takes it as xml:lang (section 2).
  return feed.atom1().replace('<feed ', () => `<feed xml:lang="${htmlLang(form)}" `);
}

function summary({ code, reason, note, ...one }: Told, form: WrittenForm): string {
  const why = textIn(reason, form);
  const said = why ? `<p>${asHtml(words(form, 'feeds')('atom.reason', { reason: why }))}</p>` : '';
  const told = textIn(note, form);
  return `<p>${asHtml(kindOf(one, form))} · ${code}</p>${said}${told ? `<p>${asHtml(told)}</p>` : ''}`;
}

/** What sort of record it is, in the words of its vocabulary. */
function kindOf({ noun, kind }: Pick<Told, 'noun' | 'kind'>, form: WrittenForm): string {
  const say = words(form, 'vocabulary');
  if (noun === 'agreement' && kind) return readable(say(`agreementType.${kind}`));
  if (noun === 'organisation' && kind === 'network') return say('noun.network');
  return say(`noun.${noun}`);
}
