/** A rest in long work, in which the editor is answered; everywhere, browsers too. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
