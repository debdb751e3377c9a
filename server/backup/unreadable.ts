/** Why an archive cannot be read, in words that follow on “the archive cannot be restored:”. Nothing has been written. */
export class Unreadable extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Unreadable';
  }
}
