/** The bytes of a file as they are read from the store; whoever goes away ends the reading. */
export function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(line) {
      const { done, value } = await parts.next();
      if (done) line.close();
      else line.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
