// The receipt on paper against the receipt on the screen, before the screen is the only place that has it no more. Nothing is sent.
import { say, sentence } from '../page/texts.js';

let noted = false;

/** Whether the person has shown to have the code on paper. */
export const isNoted = () => noted;

/** Takes over the form of this receipt, whose groups of five digits these are; without it the browser's own check does the same in silence. */
export function startCheck(form, groups) {
  const fields = [...form.querySelectorAll('.check input')];
  const status = form.querySelector('[data-checked]');
  fields.forEach((field, i) => {
    field.pattern = groups[i];
    field.addEventListener('input', () => tell(fields, field, status));
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    noted = !event.submitter?.formNoValidate;
    location.replace(actionOf(form));
  });
}

/** The mailbox in the language of the page; none of the fields goes there. */
function actionOf(form) {
  const url = new URL(form.getAttribute('action'), location.href);
  const language = form.elements.lang?.value;
  if (language) url.searchParams.set('lang', language);
  return url.href;
}

/** What a sighted person sees at the field is said aloud too, once a whole group stands there. */
function tell(fields, field, status) {
  const whole = field.value.length === 5;
  const differs = whole && !field.validity.valid;
  if (differs) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  if (!whole) return;
  const count = fields.filter(({ validity }) => validity.valid).length;
  const all = count === fields.length; // which the page itself shows then
  status.classList.toggle('vh', all);
  say(status, differs ? field.title : all ? sentence('checkAll') : sentence('checkSome', { count }));
}
