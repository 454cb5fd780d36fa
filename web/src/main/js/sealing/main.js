// All that seals and opens for a reporter; it runs once somebody begins to fill in a form of theirs (`page/parts.js`).
export { enter, forgetMailbox, typesAnswer } from '../mailbox/box.js';
export { forgetReport, holdsReport, sendReport } from '../report/sending.js';
