let composing = false;

/** Whether an input method is composing somewhere on the page, or has ended doing so with the key being handled now. */
export const isComposing = (): boolean => composing;

addEventListener('compositionstart', () => (composing = true), true);
// Some browsers end the composition before they send the key that ended it.
addEventListener('compositionend', () => setTimeout(() => (composing = false)), true);

/** Whether a key belongs to the input method. 229 is what browsers send that do not set `isComposing` on the last key. */
export const belongsToInputMethod = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229 || composing;
