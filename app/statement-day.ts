/** The day on which somebody last compared the accessibility statement with what tests/app/home.spec.ts and crawl.spec.ts try. */
export const statementDay = '2026-11-22';
