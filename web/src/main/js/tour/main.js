// The demonstration's story in the browser: its report is sealed here by the form's own script, and its mailbox opened here by the mailbox's
// own. Only a demonstration serves this file, and only pages of the story ask for it.
//
// What it finds in a page:
//   ol.steps[data-report]             the story as it stands; data-report is the report's id, absent where no story has begun
//     [data-sealed-here=yes|no]       what is true where this script runs, and where it does not
//     [data-code-here=yes|no]         what is true in the tab that has the code, and in all others; [data-code], [data-greeting], [data-trouble]
//   <template id="cerita" data-…>     body answer form press receipt on busy box gone: the words of the story in the pages of the reporter
// What it asks the server:
//   POST /demo/cerita {lookup}        -> {report}
import { fillForm } from './form.js';
import { fillMailbox } from './mailbox.js';
import { showStory } from './story.js';

const steps = document.querySelector('ol.steps');
const texts = document.getElementById('cerita')?.dataset;
const [form, mailbox] = ['lapor', 'kotak'].map(id => document.getElementById(id));

/** The other language tells the same story. */
function keepInLanguages() {
  for (const link of document.querySelectorAll('a.language')) {
    const url = new URL(link.href);
    url.searchParams.set('cerita', new URLSearchParams(location.search).get('cerita'));
    link.href = url.href;
  }
}

/** Nothing is filled in before the page's own script has taken it over: until then it would be sent as it is. */
function onceSealedHere(work) {
  const sign = document.querySelector('[data-sealed-here=yes]');
  const taken = new MutationObserver(() => {
    if (sign.hidden) return;
    taken.disconnect();
    work();
  });
  if (sign.hidden) taken.observe(sign, { attributeFilter: ['hidden'] });
  else work();
}

if (steps) showStory(steps);
if (texts) keepInLanguages();
if (texts && form) onceSealedHere(() => fillForm(form, texts));
if (texts && mailbox) onceSealedHere(() => fillMailbox(mailbox, texts));
