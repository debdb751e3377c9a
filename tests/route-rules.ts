import { closure, type House } from './house.ts';
import type { Rule } from './floor-rules.ts';

const publicFolder = 'app/[locale]/(public)/';
const workspaceFolder = 'app/[locale]/workspace/';

/** A frame alone protects nothing: each page of the workspace awaits `staff`, itself or by what it awaits. */
export const workspacePagesAskWhoIsThere: Rule = (house) => pagesIn(house, workspaceFolder).filter((file) => !asks(house, file, 'default async function')).map((file) => `${file} does not ask who is there`);

/** What all of them come to in the end: whoever is no staff is sent away. */
export const staffIsAsked: Rule = (house) => (/const viewer = await viewerNow\(\);\n  if \(viewer\.kind === 'staff'\) return viewer;[\s\S]*redirect\(/.test(bodyOf(house, door.file, `function ${door.verb}`))
  ? [] : [`${door.file}#${door.verb} lets others through`]);

/** Public pages are documents for the visitor: they know no session, and nothing in them waits for a script. */
export const publicPagesAreDocuments: Rule = (house) => pagesIn(house, publicFolder).concat(layouts.filter((file) => house.has(file))).flatMap((file) =>
  [...closure(house, file)].flatMap(([target, way]) => {
    const text = house.get(target)?.text ?? '';
    const faults = notForDocuments.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
    if (notBehindDocuments.test(target)) faults.push('is of the workspace');
    return faults.map((fault) => `${way.join(' → ')}: ${fault}`);
  }));

/** Files by which Next would stream, draw its own not-found page, or run before the door. */
export const noStreamingFiles: Rule = (house) => [...house.keys()].filter((file) =>
  /^(app\/.*\/|app\/)(loading|template|default|not-found|forbidden|unauthorized)\.[a-z]+$/.test(file)
  || /^(middleware|proxy|instrumentation|src\/.*)\.[a-z]+$/.test(file)
  || (/\/error\.tsx$/.test(file) && file.startsWith(publicFolder)));

/** No door acts as the system: that viewer lays down the records and runs the clock. */
export const noDoorIsTheSystem: Rule = (house) => [...house.values()].filter(({ path, text }) => /^(app|components)\//.test(path) && /\bsystemViewer\b/.test(text)).map(({ path }) => path);

/** A route handler answers for itself, so each is named here: a new one is a new door. */
export const routeHandlersAreKnown: Rule = (house) => [...house.keys()].filter((file) => /^app\/.*route\.tsx?$/.test(file) && !handlers.some((handler) => handler.test(file)));

/** The public pages by their address below the written form. */
export function publicPaths(house: House): string[] {
  return pagesIn(house, publicFolder).filter((file) => !file.includes('[...rest]')).map((file) => `/${file.slice(publicFolder.length).replace(/\/?page\.tsx$/, '')}`).toSorted();
}

/** The parameters that a public page reads of its address. */
export function parametersOf(house: House, address: string): string[] {
  const file = `${publicFolder}${address === '/' ? '' : `${address.slice(1)}/`}page.tsx`;
  const own = [...closure(house, file).keys()].filter((target) => target.startsWith(publicFolder));
  return [...new Set(own.flatMap((target) => [...house.get(target)!.text.matchAll(/\bquery\.(\w+)|\bquery\['([\w-]+)'\]|\(await searchParams\)\.(\w+)/g)].map(([, one, quoted, other]) => one ?? quoted ?? other ?? '')))];
}

const notBehindDocuments = /^(app\/viewer\.ts|app\/admin\.ts|app\/record-page\.tsx|next-auth\b.*|next\/(dynamic|script|cache))$/;
const notForDocuments = [
  /^\s*['"]use (?:client|cache|server)/m, /<Suspense\b/, /\blazy\(/, /\b(?:notFound|forbidden|unauthorized|redirect|cookies|draftMode|unstable_\w+|connection|after)\(/,
];
const layouts = ['app/[locale]/layout.tsx', `${publicFolder}layout.tsx`];
const handlers = [/^app\/api\/auth\//, /^app\/files\//, /^app\/drafts\/mine\/route\.ts$/, /^app\/health\//, /^app\/(sitemap|robots|manifest)/, /^app\/\[locale\]\/(feed\.atom|milestones\.ics|sitemap\.xml|manifest\.webmanifest)\/route\.ts$/, /^app\/\[locale\]\/workspace\/(?:find|import\/\[id\]\/wrong|import\/templates\/\[name\]|near|palette\/hits|proposals\/\[id\]\/files\/\[file\]|tables\/\[register\]\/csv)\/route\.ts$/];
const bare = ['me/second-factor', '@side', '@top'];
const door = { file: 'app/viewer.ts', verb: 'staff' };

function pagesIn(house: House, folder: string): string[] {
  return [...house.keys()].filter((file) => file.startsWith(folder) && file.endsWith('/page.tsx')).toSorted();
}

/** Whether a function of the app floor awaits the door: only its own body counts, and only names that were imported. */
function asks(house: House, file: string, head: string): boolean {
  return [...bodyOf(house, file, head).matchAll(/\b(?:await|return)\s+(?:[^;\n]*[?:]\s*)?(\w+)\(/g)].some(([, name = '']) => {
    const from = house.get(file)?.imports.find(({ clause, kind }) => kind === 'value' && new RegExp(`\\b${name}\\b`).test(clause))?.target ?? file;
    // The pages on which whoever must set up a second factor does so, and the frame around them: `holder` sends away everybody else.
    if (from === door.file) return name === door.verb || (name === 'holder' && bare.some((folder) => file.startsWith(`${workspaceFolder}${folder}/`)));
    return from.startsWith('app/') && head !== `function ${name}` && asks(house, from, `function ${name}`);
  });
}

function bodyOf(house: House, file: string, head: string): string {
  return new RegExp(`(?:async )?${head}\\b[\\s\\S]*?\\n}`).exec(house.get(file)?.text ?? '')?.[0] ?? '';
}
