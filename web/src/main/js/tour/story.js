// The page of the story: what is true where the browser seals, and the code where this tab has it.
import { greeting, parseReceipt } from '../crypto/index.js';
import { say, told } from '../page/texts.js';
import { carried, goOnWith } from './carried.js';

const ASKED = 'story-asked';

/** Shows what this tab knows; the story that it carries is told again where the server does not know which one to tell. */
export function showStory(steps) {
  reveal('data-sealed-here', true);
  const story = carried();
  if (!story) return;
  if (!story.report || !steps.dataset.report) tellAgain(story);
  else if (story.report === steps.dataset.report) showCode(story.digits);
}

const reveal = (mark, is) =>
  document.querySelectorAll(`[${mark}]`).forEach(element => (element.hidden = (element.getAttribute(mark) === 'yes') !== is));

function showCode(digits) {
  reveal('data-code-here', true);
  const { mk } = parseReceipt(digits);
  say(document.querySelector('[data-code]'), digits);
  say(document.querySelector('[data-greeting]'), greeting(mk).join(', '));
  mk.fill(0);
}

/** Once: a browser that keeps no cookie would be told for ever. */
async function tellAgain({ digits }) {
  if (history.state === ASKED) return;
  try {
    await goOnWith(digits);
    history.replaceState(ASKED, '');
    location.reload();
  } catch (failure) {
    say(document.querySelector('[data-trouble]'), told(failure));
  }
}
