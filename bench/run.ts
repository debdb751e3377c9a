// `npm run bench [short] [part …]`: every figure of the README in one run, side by side. Parts: cached, visit, uncached,
// desk, memory, hours, scale, workspace, agreements, browser, import, upload; `short` takes few samples, to see that it works. Ends with 1 where a goal was missed, so that a person
// looks; no test asserts any of it.
import path from 'node:path';
import { orderOfClosing, whenToldToLeave } from '#server/closing.ts';
import { measureBrowser } from './browser.ts';
import { measureCachedPage } from './cached-page.ts';
import { measureDesk } from './desk.ts';
import { table, type Figure } from './figures.ts';
import { measureFirstVisit } from './first-visit.ts';
import { load, machine } from './machine.ts';
import { measureMemory } from './memory.ts';
import { onePageOfEachKind } from './pages.ts';
import { measureScale } from './scale.ts';
import { measureImport } from './import.ts';
import { bringUpSite } from './site.ts';
import { measureUncachedPages } from './uncached-page.ts';
import { measureUpload } from './upload.ts';
import { layDownOnce, measureWorkspace, ofAgreements, ofEach } from './workspace.ts';

process.chdir(path.resolve(import.meta.dirname, '..'));
const full = { rounds: 7, seconds: 4, drawings: 40, posts: 60, mixture: { requests: 50_000, seconds: 900 }, hours: { requests: 144_000, perSecond: 20, seconds: 7_300, savedEvery: 10 }, sizes: [1_000, 10_000, 100_000], records: 100_000, imported: 10_000 };
const short = { rounds: 2, seconds: 2, drawings: 8, posts: 8, mixture: { requests: 2_000, seconds: 900 }, hours: { requests: 2_000, perSecond: 20, seconds: 120, savedEvery: 2 }, sizes: [1_000, 10_000], records: 1_000, imported: 200 };
const asked = process.argv.slice(2);
const size = asked[0] === 'short' ? short : full;
const named = asked.filter((name) => name !== 'short');

const closing = orderOfClosing(console.error);
whenToldToLeave(() => void end(1));
try {
  await end(await measure() ? 0 : 1);
} catch (error) {
  console.error(error);
  await end(1);
}

/** Answers whether every goal was met. */
async function measure(): Promise<boolean> {
  const many = named.includes('agreements') ? ofAgreements(size.records) : named.includes('workspace') ? ofEach(size.records) : named.includes('browser') ? ofEach(1_000) : null;
  const site = await bringUpSite(closing, many ? (url) => layDownOnce(url, many) : undefined);
  const pages = await onePageOfEachKind(site);
  const parts: Record<string, () => Promise<Figure[]>> = {
    cached: () => measureCachedPage(site, '/sr-Cyrl/partners', closing, size),
    visit: () => measureFirstVisit(site, pages),
    uncached: () => measureUncachedPages(site, pages, size.drawings),
    desk: () => measureDesk(site, size.posts),
    memory: () => measureMemory(site, pages, closing, size.mixture),
    ...(named.includes('hours') ? { hours: () => measureMemory(site, pages, closing, size.hours) } : {}),
    scale: () => measureScale(site, size.sizes, size.drawings),
    // Only where it is named: a hundred thousand of everything take their time, and every other figure would be another.
    ...(named.includes('browser') ? { browser: () => measureBrowser(site, closing, size.posts) } : {}),
    upload: () => measureUpload(site, size.rounds),
    ...(named.includes('import') ? { import: () => measureImport(site, size.imported) } : {}),
    ...(many && named.includes('workspace') ? { workspace: () => measureWorkspace(site, many, size.drawings) } : {}),
    ...(many && named.includes('agreements') ? { agreements: () => measureWorkspace(site, many, size.drawings) } : {}),
  };
  const strangers = named.filter((name) => !(name in parts));
  if (strangers.length > 0) throw new Error(`No part of the bench is named ${strangers.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  console.log(`${new Date().toISOString().slice(0, 10)}; ${machine()}; load before ${load()}\n`);
  const figures: Figure[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (named.length === 0 || named.includes(name)) figures.push(...await part().catch(told(name)));
  }
  console.log(`${table(figures)}\n\nLoad after ${load()}.`);
  return figures.every(({ met }) => met !== false);
}

// A part that cannot even run is a goal missed, and the others still run.
function told(name: string): (error: unknown) => Figure[] {
  return (error) => {
    console.error(error);
    return [{ name, value: 'could not be measured', goal: '', met: false }];
  };
}

async function end(code: number): Promise<void> {
  await closing.closeAll();
  process.exit(code);
}
