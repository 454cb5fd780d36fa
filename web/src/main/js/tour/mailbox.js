// The mailbox with the code of the story in it; where the visitor is to answer, with the story's answer too.
import { carried, noteBefore } from './carried.js';

/** Fills the code in, and the answer once there is a question. */
export function fillMailbox(form, texts) {
  const story = carried();
  noteBefore(form, story ? texts.box : texts.gone).focus();
  if (!story) return;
  form.elements.receipt.value = story.digits;
  if (new URLSearchParams(location.search).get('cerita') === 'jawab') answerTheQuestion(texts.answer);
}

function answerTheQuestion(words) {
  const opened = new MutationObserver(() => {
    const field = document.getElementById('reply');
    if (!field || !document.querySelector('.msg:not(.mine)')) return;
    opened.disconnect();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  opened.observe(document.querySelector('main'), { childList: true });
}
