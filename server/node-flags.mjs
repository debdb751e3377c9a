/**
 * What Node is told when it runs the site. On a machine with much memory V8 lets young objects take 128 MB and old ones
 * four times what is alive, and gives little of it back. With these the process stays under 400 MB (bench/README.md).
 * The gigabyte is no plan but the edge at which the process would end; about 70 MB are alive.
 */
export const nodeFlags = ['--max-semi-space-size=16', '--max-old-space-size=1024'];
