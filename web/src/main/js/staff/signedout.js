// A session that has ended is no dead end: the page keeps what was typed, and another tab lets its writer in again.
import { say, sentence, told } from '../page/texts.js';

/** Says why something failed, with a way in where the person is signed in no more. */
export function sayFailure(place, failure) {
  if (failure.code !== 'staff/sign-in-first') return say(place, told(failure));
  say(place, sentence('signInThen'));
  const link = document.createElement('a');
  link.textContent = sentence('signInAgain');
  link.href = `/masuk?ke=${location.pathname}`;
  link.target = '_blank';
  link.rel = 'noopener';
  place?.append(' ', link);
}
