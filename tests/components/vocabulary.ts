import { readFileSync } from 'node:fs';

/** One type of schema.org: its own properties and its more general types. */
type Known = { readonly properties: Set<string>; readonly above: string[] };

/**
 * The vocabulary of schema.org as the package schema-dts writes it down: from the release that the package is made of, each
 * type with its properties. Read from its declarations, since the package has nothing at run time.
 */
export function readVocabulary(): { has(type: string): boolean; allows(type: string, property: string): boolean; enumerates(value: string): boolean } {
  const text = readFileSync(new URL(import.meta.resolve('schema-dts')).pathname.replace(/\.js$/, '.d.ts'), 'utf8');
  const types = new Map<string, Known>();
  const leaves = new Map<string, string>();
  for (const [, name = '', above = '', body = ''] of text.matchAll(/^(?:export )?interface (\w+)(?: extends ([\w, <>"]+?))? \{\n([\s\S]*?)^\}/gm)) {
    types.set(name, { properties: new Set([...body.matchAll(/^ {4}"([\w@-]+)"\??:/gm)].map(([, property = '']) => property)), above: above.split(/,\s*/).map((one) => one.replace(/<.*$/, '')).filter(Boolean) });
    const [, type] = /"@type": "(\w+)"/.exec(body) ?? [];
    if (type) leaves.set(type, name);
  }
  // A role is generic in what it stands for, and written as a type, not an interface.
  for (const [, type = '', base = ''] of text.matchAll(/^export type (\w+)Leaf<[^=]+= Omit<(\w+), TProperty> & \{/gm)) leaves.set(type, base);
  const properties = (name: string): string[] => [...(types.get(name)?.properties ?? []), ...(types.get(name)?.above ?? []).flatMap(properties)];
  return {
    has: (type) => leaves.has(type),
    allows: (type, property) => properties(leaves.get(type) ?? '').includes(property),
    enumerates: (value) => text.includes(`"${value}"`),
  };
}
