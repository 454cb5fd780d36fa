// Who will read the report, said while it is chosen: a choice that leaves nobody is told before anything is written for it.
import { say, sentence } from '../page/texts.js';

const listed = names => new Intl.ListFormat(document.documentElement.lang).format(names);
const postOf = input => input.closest('label').querySelector('span').textContent;

/** Says it now and after every change. */
export function sayReaders(form) {
  const choices = form.querySelector('#exclude');
  const place = choices?.querySelector('[data-readers]');
  if (!place) return;
  const tell = () => say(place, readersOf([...choices.querySelectorAll('[name=exclude]')], place.dataset.outside));
  choices.addEventListener('change', tell);
  tell();
}

function readersOf(inputs, outside) {
  const headInvolved = inputs.some(({ value, checked }) => value === 'head' && checked);
  const remain = inputs.filter(({ value, checked }) => value !== 'nobody' && value !== 'head' && !checked).map(postOf);
  if (!headInvolved && remain.length > 0) return sentence('willRead', { names: listed(remain) });
  return outside ? sentence('willReadOutside', { names: outside }) : sentence('nobodyReads');
}
