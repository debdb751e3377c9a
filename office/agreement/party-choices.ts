import { and, eq, inArray, or } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { holds } from '#office/permission.ts';
import { sight } from '#office/publication.ts';
import type { Staff } from '#office/viewer.ts';
import { columnsNow, reckoned, type Columns, type Several } from './columns.ts';

/** How many parties a choice names. */
const named = 40;

/** The organisations that are parties of the most agreements, and the one under `slug`, as far as the viewer may see them; and the countries of parties. */
export async function partyChoices(viewer: Staff, slug: string | undefined) {
  const columns = await columnsNow();
  const all = holds(viewer, 'editor', 'agreement', null);
  const ids = mostOften(columns, columns.party, all).slice(0, named);
  const which = or(ids.length ? inArray(organisation.id, ids) : undefined, slug ? eq(organisation.slug, slug) : undefined);
  const parties = which ? await reader().select({ slug: organisation.slug, name: organisation.name, acronym: organisation.acronym }).from(organisation)
    .where(and(which, eq(organisation.isSelf, false), sight(viewer, 'organisation', organisation))) : [];
  return { parties, countries: mostOften(columns, columns.country, all) };
}

/** Words of the rows, those of the most rows first; unless `all` may be known of, only of rows that are published. */
function mostOften(columns: Columns, several: Several, all: boolean): string[] {
  return reckoned(columns, `${several === columns.party ? 'parties' : 'countries'} ${all ? 'of all' : 'published'}`, () => {
    const published = columns.publication.numbers.get('published');
    const tally = new Uint32Array(several.words.length);
    several.of.forEach((held, row) => {
      if (all || columns.publication.of[row] === published) for (const word of held) (tally[word] as number) += 1;
    });
    return [...several.words.keys()].filter((word) => tally[word]).toSorted((a, b) => (tally[b] ?? 0) - (tally[a] ?? 0)).flatMap((word) => several.words[word] ?? []);
  });
}
