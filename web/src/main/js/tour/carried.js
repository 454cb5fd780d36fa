// The code of the story's report, which this tab carries from the receipt to the mailbox. Why here and nowhere else stands in the
// package-info of web/demo.
import { base64url, parseReceipt, receiptKeys } from '../crypto/index.js';
import { record, text } from '../page/answers.js';
import { postJson } from '../page/requests.js';

const MARK = 'kulkul-cerita ';

/** The story of this tab: the digits of its receipt and, once the server has told it, the id of its report. */
export function carried() {
  if (!window.name.startsWith(MARK)) return undefined;
  const [digits, report] = window.name.slice(MARK.length).split('|');
  return { digits, report };
}

/** Carries this receipt instead of any other. */
export const carry = (digits, report = '') => (window.name = `${MARK}${digits}|${report}`);

/** Shows the server the look-up key of the receipt, as the mailbox does, so that it goes on with the story of that report. */
export async function goOnWith(digits) {
  const { mk } = parseReceipt(digits);
  const keys = receiptKeys(mk);
  const lookup = base64url(keys.lookup);
  [mk, keys.lookup, keys.xwing, keys.sign].forEach(secret => secret.fill(0));
  const { report } = await postJson('/demo/cerita', { lookup }, record({ report: text }));
  carry(digits, report);
}

/** Puts a box with these words before the element, and gives it. */
export function noteBefore(element, words) {
  const [box, line] = [document.createElement('div'), document.createElement('p')];
  box.className = 'box next';
  line.textContent = words;
  box.append(line);
  box.tabIndex = -1;
  element.before(box);
  return box;
}
