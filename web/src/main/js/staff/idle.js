// Locks a screen that nobody has touched for a quarter of an hour, also where the machine slept meanwhile.
const LIMIT = 15 * 60 * 1000;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

let touched = 0;

/** Calls `lock` once nothing has been touched for 15 minutes; it starts anew with the next touch. */
export function whenIdle(lock) {
  touched = Date.now();
  const check = () => Date.now() - touched >= LIMIT && lock();
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => check() || (touched = Date.now()), { passive: true, capture: true });
  addEventListener('visibilitychange', check);
  setInterval(check, 5000);
}

/** Counts as a touch: an unlock starts the quarter of an hour anew. */
export function touch() {
  touched = Date.now();
}
