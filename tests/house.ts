import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** From left to right: a file imports from its own floor and from those behind it. */
export const floors = ['server', 'app', 'components', 'office', 'db', 'messages'] as const;

/** What an import line takes: `target` is a path below the root, or the name of a package. */
export type Import = { readonly target: string; readonly clause: string; readonly written: string; readonly kind: 'value' | 'type' };
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };
/** The files by their path below the root. */
export type House = ReadonlyMap<string, Source>;

const root = path.resolve(import.meta.dirname, '..');

/** Every source of the house as it lies on the disk: floors, tests, bench and the settings beside them. */
export function theHouse(): House {
  const files = globSync(['*.{ts,mjs}', `{${floors.join(',')},tests,bench}/**/*.{ts,tsx,mjs}`], { cwd: root });
  return houseOf(Object.fromEntries(files.filter((file) => !file.endsWith('.d.ts')).map((file) => [file, readFileSync(path.join(root, file), 'utf8')])));
}

/** A house of files that are given as text, so that a rule can be seen to fail. */
export function houseOf(files: Readonly<Record<string, string>>): House {
  return new Map(Object.entries(files).map(([file, text]) => [file, { path: file, text, imports: importsOf(file, text) }]));
}

/** Everything that comes along when a file runs, by the lines that remain after the types are gone, with the way to it. */
export function closure(house: House, start: string): Map<string, readonly string[]> {
  const reached = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [from, way] of reached) {
    for (const { target, kind } of house.get(from)?.imports ?? []) {
      if (kind === 'value' && !reached.has(target)) reached.set(target, [...way, target]);
    }
  }
  return reached;
}

/** The floor that a path stands on, or undefined. */
export function floorOf(file: string): (typeof floors)[number] | undefined {
  return floors.find((floor) => file.startsWith(`${floor}/`));
}

const fromLine = /^(import|export)\s+(type\s+)?([^'"`;=()]*?)\s*from\s*['"]([^'"]+)['"]/gm;
const bareLine = /^import\s+['"]([^'"]+)['"]/gm;
const dynamic = /^(?!\s*(?:\*|\/\/|\/\*)).*?(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

// `import { type A }` keeps its line when the types are stripped, so only `import type` counts as one of types.
function importsOf(file: string, text: string): Import[] {
  const named = [...text.matchAll(fromLine)].map(([, , type, clause = '', written = '']) => made(file, written, clause, Boolean(type)));
  const bare = [...text.matchAll(bareLine)].map(([, written = '']) => made(file, written, '', false));
  const late = [...text.matchAll(dynamic)].map(([, type, written = '']) => made(file, written, '*', Boolean(type)));
  return [...named, ...bare, ...late];
}

function made(file: string, written: string, clause: string, ofTypes: boolean): Import {
  return { target: resolved(file, written), clause, written, kind: ofTypes ? 'type' : 'value' };
}

function resolved(file: string, written: string): string {
  if (written.startsWith('#')) return written.slice(1);
  return written.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), written)) : written;
}
