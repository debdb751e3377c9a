/**
 * What Node is told when it runs the site. On a machine with much memory V8 gives young objects up to 128 MB and
 * hardly ever gives them back; 32 MB (two halves of 16) draw a page as fast and keep a hundred megabytes free
 * (bench/README.md).
 */
export const nodeFlags = ['--max-semi-space-size=16'];
