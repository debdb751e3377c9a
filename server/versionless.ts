/**
 * A script of the build without the exact versions of what it is made of (`version:"19.3.0-canary-…"`), which would tell a stranger for
 * which holes to look: of each the first number remains. React compares its two halves by that word, so it is the same wherever it stands.
 */
export function versionless(script: string): string {
  const told = new Set([...script.matchAll(named)].map(([, version = '']) => version));
  return [...told].reduce((text, version) => text.replaceAll(`"${version}"`, `"${version.split('.')[0]}"`), script);
}

const named = /\bversion\s*[:=]\s*"(\d+\.\d+\.\d+[\w.+-]*)"/gi;
