import { closure, floorOf, floors, type House, type Import, type Source } from './house.ts';

/** A rule of the house: the faults that it finds, each a line that names file and cause. */
export type Rule = (house: House) => string[];

export const oneDirection: Rule = (house) => lines(house, ({ path }, { target }) => {
  const [from, to] = [floors.findIndex((floor) => floor === floorOf(path)), floors.findIndex((floor) => floor === floorOf(target))];
  return from >= 0 && to >= 0 && to < from;
});

/** A floor is entered by its own name and a whole file name, never by climbing out of a folder. */
export const byName: Rule = (house) => lines(house, ({ path }, { target, written }) => {
  if (!floorOf(target) || !floorOf(path)) return false;
  return (written.startsWith('.') && floorOf(path) !== floorOf(target)) || !/\.(ts|tsx|mjs|json|css)$/.test(written);
});

/** Of the office, drawing takes what a noun is and what may be entered; everything else as types. */
export const drawingTakesPureParts: Rule = (house) => lines(house, ({ path }, { target, kind }) =>
  path.startsWith('components/') && target.startsWith('office/') && kind === 'value' && !isPure(target));

/** What drawing takes, and all that comes along with it, has no database and nothing of Node behind it. */
export const nothingBehindDrawing: Rule = (house) => behind(house, ({ path }) => /^components\/.*\.tsx?$/.test(path));

/** The same for the pure parts themselves, whoever takes them. */
export const nothingBehindPureParts: Rule = (house) => behind(house, ({ path }) => path.startsWith('office/') && isPure(path));

export const onlyTheGateWrites: Rule = (house) => lines(house, ({ path }, { target, clause, kind }) => {
  if (kind === 'type' || path.startsWith('tests/') || path.startsWith('bench/')) return false;
  if (target === 'db/client.ts' && /\bwriter\b|\*/.test(clause)) return path !== 'office/change.ts' && path !== 'db/migrate.ts';
  if (target === 'db/transact.ts' || target === 'db/pool.ts') return floorOf(path) !== 'db';
  if (target === 'office/pen.ts' && /\bmakePen\b|\*/.test(clause)) return path !== 'office/change.ts';
  return ['pg', 'postgres'].includes(target) && !['db', 'server', undefined].includes(floorOf(path));
});

/** A noun, and what all nouns share, uses of another noun what it is and what it reads. */
export const nounsKeepApart: Rule = (house) => lines(house, ({ path }, { target, kind }) => {
  const [from, to] = [folderOf(path), folderOf(target)];
  if (kind === 'type' || !path.startsWith('office/') || from === to || from === 'seed' || !to || shared.includes(to)) return false;
  if (path === 'office/derived.ts' && target.endsWith('/derived.ts')) return false; // what the gate keeps of each noun in the same transaction
  return !(isPure(target) || /\/(read|list|sight|register|networks|fields|columns|tally|deadlines|plan|days|week)\.ts$/.test(target));
});

/** Verbs are called by the doors, the jobs and the seed. */
export const verbsAreCalledFromOutside: Rule = (house) => lines(house, ({ path }, { target, kind }) => {
  if (kind === 'type' || path.startsWith('tests/') || path.startsWith('bench/') || !isVerb(house, target)) return false;
  const [from, to] = [folderOf(path), folderOf(target)];
  return !(from === to || from === 'seed' || ['app', 'server'].includes(floorOf(path) ?? ''));
});

export const noCircles: Rule = (house) => [...house.keys()].flatMap((file) =>
  (house.get(file)?.imports ?? []).flatMap(({ target, kind }) => {
    const back = kind === 'value' ? closure(house, target).get(file) : undefined;
    return back ? [`${file} → ${back.join(' → ')}`] : [];
  }));

/** Folders of the office, whichever of their files and whether types only: two that name each other are one. */
export const noCirclesOfNouns: Rule = (house) => {
  const folders = new Map<string, Set<string>>();
  for (const { path, imports } of house.values()) {
    const from = path.startsWith('office/') ? folderOf(path) : undefined;
    if (!from) continue;
    const named = imports.flatMap(({ target }) => (target.startsWith('office/') ? folderOf(target) ?? [] : []));
    folders.set(from, new Set([...folders.get(from) ?? [], ...named.filter((to) => to !== from)]));
  }
  return [...folders].flatMap(([from]) => (reachable(folders, from).has(from) ? [`office/${from} comes back to itself`] : []));
};

export const onlyTheDoorKnowsNextAuth: Rule = (house) => lines(house, ({ path }, { target }) =>
  /^next-auth(\/|$)/.test(target) && path !== 'app/viewer.ts' && !path.startsWith('app/api/auth/') && path !== 'tests/app/doors/subjects.ts');

/** A server action runs for anybody who calls it, so each is made by `act`, in a file that holds nothing else. */
export const actionsAreMadeByAct: Rule = (house) => [...house.values()].flatMap(({ path, text }) => {
  if (!floorOf(path)) return [];
  const named = /^app\/.*\/actions\.ts$/.test(path);
  if (!named) return /^\s*['"]use server['"]/m.test(text) ? [`${path} says 'use server'`] : [];
  const exported = [...text.matchAll(/^export\s.*$/gm)].map(([line]) => line);
  return [
    ...(text.startsWith("'use server';\n") ? [] : [`${path} does not begin with 'use server'`]),
    ...(/^import \{ act \} from '#app\/act\.ts';$/m.test(text) ? [] : [`${path} takes no act`]),
    ...exported.filter((line) => !/^export const \w+ = act\(/.test(line)).map((line) => `${path}: ${line}`),
  ];
});

/** How many server actions there are: the exports of every actions.ts, as `file#name`. */
export function actionsOf(house: House): string[] {
  return [...house.values()].filter(({ path }) => /^app\/.*\/actions\.ts$/.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(/^export const (\w+) = act\(/gm)].map(([, name]) => `${path}#${name}`)).toSorted();
}

function lines(house: House, isFault: (source: Source, line: Import) => boolean): string[] {
  return [...house.values()].flatMap((source) => source.imports.filter((line) => isFault(source, line)).map((line) => `${source.path} → ${line.written}`));
}

function behind(house: House, which: (source: Source) => boolean): string[] {
  return [...house.values()].filter(which).flatMap(({ path }) =>
    [...closure(house, path)].filter(([target]) => isOfTheServer(target)).map(([, way]) => way.join(' → ')));
}

function isOfTheServer(target: string): boolean {
  return floorOf(target) === 'db' || /^(node:|pg$|postgres$|drizzle-orm|next-auth|@node-rs\/)/.test(target);
}

// Folders of the office that are no noun: what all entries share.
const shared = ['entry'];
const pureByName = ['outcome', 'permission', 'vocabulary', 'viewer', 'count', 'money', 'fuzzy-date', 'over', 'referred'];

/** `agreement/agreement.ts`, `agreement/entry.ts`, and what stands beside the nouns without a database. */
function isPure(file: string): boolean {
  const [, folder, name] = /^office\/(?:([a-z-]+)\/)?([a-z-]+)\.ts$/.exec(file) ?? [];
  if (!name) return false;
  return folder ? name === folder || /(^|-)entry$/.test(name) : pureByName.includes(name);
}

/** A file of a noun that leads a change through the gate. */
function isVerb(house: House, file: string): boolean {
  return /^office\/[a-z-]+\/(?!lay-down)[a-z-]+\.ts$/.test(file) && !file.startsWith('office/seed/')
    && (house.get(file)?.imports ?? []).some(({ target, clause, kind }) =>
      kind === 'value' && ((target === 'office/change.ts' && /\bchange\b/.test(clause)) || target === 'office/publishing.ts'));
}

/** The folder of a file of the office; undefined for what stands beside the nouns and on other floors. */
function folderOf(file: string): string | undefined {
  return /^office\/([a-z-]+)\//.exec(file)?.[1];
}

function reachable(folders: ReadonlyMap<string, ReadonlySet<string>>, start: string): Set<string> {
  const reached = new Set(folders.get(start));
  for (const folder of reached) for (const next of folders.get(folder) ?? []) reached.add(next);
  return reached;
}
