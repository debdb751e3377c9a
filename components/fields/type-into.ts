/** Puts a text into a box as if it had been typed, so that whatever listens to the box hears of it. */
export function typeInto(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, text);
  for (const event of ['input', 'change']) box.dispatchEvent(new Event(event, { bubbles: true }));
}
