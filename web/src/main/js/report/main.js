// The reporter's pages in the browser. They work without it; with it nothing readable leaves the browser.
//
// What it finds in a page (all sentences come from the page, in the page's language):
//   <template id="texts" data-…>      sentences of `page/texts.js`
//   <link rel=modulepreload data-part=sealing>, =words, or =words-id and =words-en in a mailbox: see `page/parts.js`
//   form#lapor[data-root][data-list]  the report's fields; data-root is the fingerprint of the organisation's root, data-list the digest of
//                                     the list of recipients that the page was made for; <progress>, [data-progress]
//                                     [data-readers], [data-files], [data-pick], [data-unready]
//   <template id="receipt">           the receipt's page, form[data-check]; <template id="mistakes"> the summary of what must be corrected
//   form#kotak[data-root]             input receipt, [data-error]
//   <template id="box">, #phrases     the open mailbox and its fixed phrases
//   [data-sealed-here=yes|no]         what is true of a page that seals here, and of one that does not
// What it asks the server:
//   GET  /lapor/manifes               -> {manifests: […]}, the one in force first, each as /kerja/manifes/DIGEST gives it
//   GET  /lapor/terima                -> {receives: true}, or a refusal that says why no report is received now
//   PUT  /lapor/berkas/SHA256         octets of a sealed attachment -> 204
//   POST /lapor/tersegel              {report, nonce, category, exclude, items: [{header, stanzas, blob?}], lookup, sealing, signing, signature}
//                                     -> {leaf, promise, acknowledged, answered}, the last two days such as 2026-12-04
//   POST /kotak/halaman               look-up key, u16 page -> 32,768 octets: four slots of header, ciphertext, stanza, noise
//   POST /kotak/bukti                 the same 34 octets -> {proof, headers, signature} in 16,384 octets
//   PUT  /kotak/berkas/SHA256         octets of a sealed file of an answer -> 204
//   POST /kotak/tersegel              {lookup, items, signature} -> {code} in 1,024 octets
// Bytes are base64url without padding, ids and digests lower-case hex; refusals are problem+json {code, detail}.
import { forgetMailbox, startMailbox, typesAnswer } from '../mailbox/entrance.js';
import { askBeforeLeaving, followInPlace } from '../page/leaving.js';
import { countWhileTyping } from '../page/limits.js';
import { forgetReport, holdsReport, startReport } from './form.js';

/** A browser that has no cryptography of its own (an address without TLS) leaves the page as it is. */
function start() {
  const [report, mailbox] = ['lapor', 'kotak'].map(id => document.getElementById(id));
  if (!globalThis.crypto?.subtle || (!report && !mailbox)) return;
  countWhileTyping();
  followInPlace();
  askBeforeLeaving(() => holdsReport() || typesAnswer());
  if (report) startReport(report);
  if (mailbox) startMailbox(mailbox);
  addEventListener('pagehide', () => {
    forgetReport();
    forgetMailbox();
    document.body.replaceChildren();
  });
  addEventListener('pageshow', event => event.persisted && location.reload());
}

if (document.getElementById('texts')) start();
