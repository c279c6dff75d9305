/** The other side sees "typing" until this long (ms) after the last key. */
const pauseLength = 3000;

/** Turns key presses into one `true` per pause length and one `false` at the end. */
export function createTypingSignal(tell: (typing: boolean) => void) {
  let toldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(timer);
    if (toldAt) tell(false);
    toldAt = 0;
  };

  return {
    press: () => {
      clearTimeout(timer);
      timer = setTimeout(stop, pauseLength);
      if (Date.now() - toldAt < pauseLength) return;
      toldAt = Date.now();
      tell(true);
    },
    stop,
  };
}
