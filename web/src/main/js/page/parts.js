// What a page brings along and runs only once somebody begins: <link rel="modulepreload" data-part="NAME">. Everybody's browser fetches it with
// the page, so that nobody's first touch is to be seen on the network.
import { Told, say, told } from './texts.js';

const AGAIN = 3000;
const running = new Map();
let tries = 0;

/** Runs these parts of the page and gives what they are; one that could not be had is asked for again at the next call. */
export const parts = names => Promise.all(names.map(part));

function part(name) {
  if (!running.has(name)) running.set(name, run(name));
  return running.get(name);
}

async function run(name) {
  const { href } = document.querySelector(`link[data-part="${name}"]`);
  try {
    // some browsers keep it that an address failed
    return await import(href).catch(() => import(`${href}?${++tries}`));
  } catch (failure) {
    console.error(failure);
    running.delete(name);
    throw new Told('notLoaded');
  }
}

/** Runs these parts as soon as somebody touches the form; where one cannot be had, says so in that place until it can. */
export function runAtTouch(form, names, place) {
  let last = -AGAIN;
  const begin = new AbortController();
  const touched = async ({ timeStamp }) => {
    if (timeStamp - last < AGAIN) return;
    last = timeStamp;
    try {
      await parts(names);
      begin.abort();
      say(place);
    } catch (failure) {
      say(place, told(failure));
    }
  };
  ['focusin', 'input', 'change'].forEach(type => form.addEventListener(type, touched, { signal: begin.signal }));
}
