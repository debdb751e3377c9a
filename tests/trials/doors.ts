import { writtenForms } from '#messages/local-text.ts';
import { publicAddresses } from '#app/addresses.ts';
import { openParty, type OpenParty } from '../app/doors/party.ts';
import { registerFolders } from '../app/doors/folders.ts';
import { routeTree } from '../app/doors/routes.ts';
import { subjects } from '../app/doors/subjects.ts';
import { walkCorpus, walkStrangers } from '../app/doors/walk-corpus.ts';
import { walkForms } from '../app/doors/walk-forms.ts';
import { walkAlikes, walkPages, walkPayloads, walkStrangeDoors } from '../app/doors/walk-routes.ts';
import { unkept, type Report } from './report.ts';

/** Every route × every kind of person × every target × every transport, and every form in every strange hand. */
export function doors(): Promise<Report> {
  return withParty(async (party) => {
    const walks = {
      pages: await walkPages(party, 'full'), payloads: await walkPayloads(party, 'full'), 'other names and verbs': await walkStrangeDoors(party), alikes: await walkAlikes(party),
      'forms in strange hands': await walkForms(party, 'full'),
    };
    const calls = Object.values(walks).reduce((sum, walked) => sum + walked.calls, 0);
    const faults = Object.values(walks).flatMap((walked) => walked.faults);
    const { hidden, none } = walks.alikes;
    return {
      figures: [
        `${routeTree().length} routes × ${subjects.length} kinds of people, ${calls} calls: ${Object.entries(walks).map(([name, walked]) => `${walked.calls} ${name}`).join(', ')}; ${walks['forms in strange hands'].forms} forms; ${faults.length} holes`,
        `404 of a hidden record ${hidden.toFixed(1)} ms, of none ${none.toFixed(1)} ms (medians)`,
      ],
      faults,
    };
  });
}

/** The corpus × every field of every form, then every page that shows what was kept. `values` bad inputs are sent at the least, `singly` of them alone. */
export function inputs({ values, singly }: { values: number; singly: number }): Promise<Report> {
  return withParty(async (party) => {
    const sent = await walkCorpus(party, { singly });
    const shown = await walkStrangers(party, placesOf(party));
    return {
      figures: [`${sent.inputs} bad inputs, ${sent.alone} of them alone, in ${sent.calls} posts to ${sent.fields} fields of ${sent.forms} forms, ${sent.taken} posts taken; ${shown.calls} pages looked at; ${sent.faults.length + shown.faults.length} faults`],
      faults: [...sent.faults, ...shown.faults, ...unkept([[sent.inputs >= values, `only ${sent.inputs} inputs were sent`]])],
    };
  });
}

async function withParty(work: (party: OpenParty) => Promise<Report>): Promise<Report> {
  const party = await openParty();
  try {
    return await work(party);
  } finally {
    await party.close();
  }
}

/** Where what was typed may be shown: lists, records, histories, previews, exports, the public pages in every form. */
function placesOf({ aims }: OpenParty): string[] {
  const shelves = Object.entries(registerFolders).flatMap(([folder, noun]) => [
    `/en/workspace/${folder}`, `/en/workspace/tables/${folder}/csv`,
    ...(['a published record', 'a draft of another'] as const).flatMap((target) => ['', '/edit', '/history', '/preview', '/publish'].map((page) => `/en/workspace/${folder}/${aims.records[noun][target]}${page}`)),
  ]);
  const shown = writtenForms.flatMap((form) => [
    ...publicAddresses.filter(({ path }) => !path.includes('[')).map(({ path }) => `/${form}${path === '/' ? '' : path}`), `/${form}/feed.atom`, `/${form}/milestones.ics`,
    ...Object.entries(aims.slugs).flatMap(([folder, slugs]) => slugs.map((slug) => `/${form}/${folder}/${slug}`)),
  ]);
  return [...shelves, ...shown, '/en/workspace', '/en/workspace/history', '/en/workspace/people', '/en/workspace/settings', '/en/workspace/me', '/en/workspace/proposals', '/en/workspace/import', '/sitemap.xml'];
}
