// What stands in the form of a report.
import { chosenFiles } from '../page/files.js';
import { fieldLine, fieldText } from '../page/fields.js';

/** All that is typed, marked and chosen. */
export function filledIn(form) {
  const data = new FormData(form);
  const [name, contact] = ['identityName', 'identityContact'].map(field => fieldLine(data.get(field)));
  const marks = data.getAll('exclude').filter(mark => mark !== 'nobody');
  return {
    category: data.get('category'),
    text: fieldText(data.get('body')),
    excluded: marks.filter(mark => mark !== 'head'),
    headInvolved: marks.includes('head'),
    identity: name || contact ? { name, contact } : undefined,
    files: chosenFiles(form),
  };
}

/** Whether it holds anything that stands nowhere else. */
export function holdsAnything(form) {
  const { text, identity, files } = filledIn(form);
  return text !== '' || identity !== undefined || files.length > 0;
}
