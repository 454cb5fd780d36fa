// Every sentence a person reads comes from the page, in the page's language: <template id="texts" data-…>.

/** The sentence of this name, with {placeholders} filled; the one for all else where the page has none of this name. */
export function sentence(name, values = {}) {
  const texts = document.getElementById('texts')?.dataset ?? {};
  const text = texts[name] ?? texts.failed ?? name;
  return Object.entries(values).reduce((all, [key, value]) => all.replaceAll(`{${key}}`, value), text);
}

/** A failure that the page has a sentence for. */
export class Told extends Error {
  constructor(name, values) {
    super(name);
    this.sentence = name;
    this.values = values;
  }
}

/** What to tell a person about any failure. */
export function told(failure) {
  if (failure instanceof Told) return failure.values?.detail ?? sentence(failure.sentence, failure.values);
  console.error(failure);
  return sentence('failed');
}

/** Shows the sentence in the element, or hides it where there is none; `role=alert` on the element reads it out. */
export function say(element, text) {
  if (!element) return;
  element.textContent = text ?? '';
  element.hidden = !text;
}
