// One rule for everything that a person types into a field, the same as the server's (`FieldText`): one table of cases holds both to it.
// Every end of a line is one line feed; what no keyboard writes and no page shows becomes U+FFFD; white space and invisible characters
// go from both ends. A character is a code point, counted after the rule; nothing is ever shortened.
const LINE_END = /\r\n|[\r\u000b\f\u0085\u2028\u2029]/g;
const UNSHOWN = /[\0-\u0008\u000e-\u001f\u007f-\u009f\p{Cs}\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0';
const WHITE = '\\t\\n \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'gu');
const BOTH = `[${WHITE}${INVISIBLE}]`;
const EDGES = new RegExp(`^${BOTH}+|(?<!${BOTH})${BOTH}+$`, 'gu');

/** A text of as many lines as its writer wants. */
export const fieldText = typed => typed.replace(LINE_END, '\n').replace(UNSHOWN, '\ufffd').replace(EDGES, '');

/** A text of one line. */
export const fieldLine = typed => fieldText(typed).replace(/[\t\n]+/g, ' ');

/** A sign-in name. */
export const fieldName = typed => fieldLine(typed.replace(HIDDEN, ''));

/** How many characters it has. */
export const lengthOf = kept => [...kept].length;
