import { floorOf, type House, type Source } from './house.ts';
import type { Rule } from './floor-rules.ts';

const limit = 250;
/** Made by components/draw-icons.mjs. */
const generated = ['components/icons.ts'];
const forbiddenFolders = ['lib', 'utils', 'util', 'helpers', 'types', 'hooks', 'services', 'common', 'shared', 'misc'];

export const filesAreSmall: Rule = (house) => each(house, ({ path, text }) => {
  const count = text.split('\n').length - 1;
  return count > limit && !generated.includes(path) ? `${count} lines` : undefined;
});

export const foldersAreNamedAfterThings: Rule = (house) => each(house, ({ path }) =>
  path.split('/').slice(0, -1).find((folder) => forbiddenFolders.includes(folder)));

/** A strict policy blocks style attributes and scripts in the page, so there are none; linked data is no script, and drawn in one place, escaped. */
export const classesOnly: Rule = (house) => each(house, ({ path, text }) =>
  (floorOf(path) ? /\bstyle=\{|\bstyle="|dangerouslySetInnerHTML|<script\b|\son[a-z]+="/.exec(path === linked.file ? text.replace(linked.script, '') : text)?.[0] : undefined), /\.tsx$/);
const linked = { file: 'components/linked-data/linked-data.tsx', script: '<script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedText(things) }} />' };

/** No file that only passes on what others export. */
export const noBarrels: Rule = (house) => each(house, ({ path, text }) => {
  if (/(^|\/)index\.(ts|tsx|mjs)$/.test(path)) return 'index';
  const statements = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').split(';').map((part) => part.trim()).filter(Boolean);
  const passesOn = (part: string) => /^(import\b|export\s+(type\s+)?(\*|\{[^}]*\}))/.test(part);
  return statements.find((part) => /^export\s+\*/.test(part)) ?? (statements.length > 0 && statements.every(passesOn) ? 'passes on only' : undefined);
});

/** Text that was typed never becomes SQL: what goes to Postgres unescaped is written in db alone. */
export const sqlIsEscaped: Rule = (house) => each(house, ({ path, text }) =>
  (floorOf(path) && floorOf(path) !== 'db' ? /\bsql\.raw\b|\.unsafe\(/.exec(text)?.[0] : undefined));

/** What an error says may hold what somebody typed, so it is told by `db/plain-fault.ts` alone; server/start.mjs runs before there is anything to read it with. */
export const faultsAreToldPlainly: Rule = (house) => each(house, ({ path, text }) =>
  (floorOf(path) && floorOf(path) !== 'messages' && path !== 'db/plain-fault.ts' && path !== 'server/start.mjs'
    ? /\$\{[^}]*\b(?:error|fault|cause|reason|failure)\??\.(?:message|stack)\b|instanceof Error \? *\w+\.(?:message|stack)\b|\b(?:log|say|tell|console\.\w+)\([^\n]*\.(?:message|stack)\b/.exec(text)?.[0] : undefined));

/** A rule that does not hold somewhere is changed, not switched off in one file; what is not done is not left as a note. */
export const noExceptions: Rule = (house) => each(house, ({ text }) =>
  /(?:\/\/|\/\*|\{\/\*)[^\n]*(?:(?:oxlint|eslint|biome)-(?:disable|ignore)|@ts-(?:ignore|expect-error|nocheck)|\b(?:TODO|FIXME|XXX|HACK)\b)/.exec(text)?.[0]);

/** Only where Next asks for one. */
export const noDefaultExports: Rule = (house) => each(house, ({ path, text }) =>
  (/^(server|office|db|components)\//.test(path) && /^export default\b/m.test(text) ? 'export default' : undefined));

function each(house: House, faultOf: (source: Source) => string | undefined, which: RegExp = /\.(ts|tsx|mjs)$/): string[] {
  return [...house.values()].filter(({ path }) => which.test(path)).flatMap((source) => {
    const fault = faultOf(source);
    return fault === undefined ? [] : [`${source.path}: ${fault.trim()}`];
  });
}
