// The staff pages in the browser. Pages work without it as far as they can; what needs keys needs this file.
//
// What it finds in a page (all sentences come from the page, in the page's language):
//   <template id="texts" data-…>       sentences: failed offline notOurs closed wrongPassphrase unknownWord({word}) joinedWords({place}) wordCount({count}) weak opening broken cut
//                                      inconsistent forged otherWriter({name}) moved dropped reordered notForYou recipients empty tooLong({over} {most}) counted({count} {most}) leaveTyped openFirst reportFirst writerFirst file({name} {size})
//                                      filesList filesOf fileMissing({name}) fileForeign saved({name}) photo({number}) photoNote photoLarger photoSmaller photoClose photoNone photoLarge photoBroken locked autolocked
//   form#masuk                         name, passphrase, .error; form[data-enter][data-next] signs in likewise and goes on there
//   form#buka[data-name][hidden]       passphrase, .error, [data-reason]: unlocks after a reload or a lock
//   button#kunci[hidden]               locks
//   input[data-reveal=ID]              a checkbox that shows what is typed in the field
//   [data-report][data-reporter-pk]    around, or anywhere beside, the items of one case (hex)
//   section[data-item][data-kind=NAME][data-src][data-digest]
//                                      in reading order; with button[data-open] and [data-content]; a file is saved by it, and drawn by
//                                      button[data-look] where it is a photo; what the office wrote with [data-writer] (a person, hex) and
//                                      [data-from] (who that is)
//   form[data-seal=message|note]       data-report -scope -lost -reporter-xwing-pk -manifest-digest -epoch -group -next-seq -prev
//                                      -seen, for a note also -without, where its act goes without one (hex, numbers in decimal); textarea[name=text], [data-error], [data-error-for=F]
// What it asks the server:
//   POST /masuk/tantangan {name}       -> {salt, memoryKiB, iterations, parallelism}
//   POST /masuk {name, auth}           -> 204, Location = first page; 401 where they do not belong together
//   GET  /kerja/kunci                  -> {bundle, wrap, person, tenant, version}; 404 for people without keys
//   GET  data-src                      -> octets: u16 length, item header, stanza, blob; 404 where it is not for this person
//   GET  /kerja/manifes/DIGEST         -> {manifest, ed25519, mldsa44, root: {ed25519, mldsa44}, policy, proof,
//                                      event: {eventId, aggregateType, aggregate, sequence, eventType, revision, actor,
//                                      timeMillis, payload}}: proof = C2SP tlog-proof with the leaf of that event as extra
//   POST form action {…fields, items: [{header, stanzas, blob}]} -> 204, Location = next page
// Bytes are base64url without padding, ids and digests lower-case hex; refusals are problem+json {detail, errors: {field: text}}.
import { forget, lookAt, openAll, openSection } from './casepage.js';
import { hideDrafts, holdsDraft } from './drafts.js';
import { closedBecause, reflect, submitMessage, submitSignIn, submitUnlock } from './forms.js';
import { whenIdle } from './idle.js';
import { actionOf, followed, navigation, staysInside, submitInside, visit } from './navigate.js';
import { askBeforeLeaving } from '../page/leaving.js';
import { countWhileTyping } from '../page/limits.js';
import { beforeLock, lock, unlocked } from './session.js';

export * from '../crypto/index.js';
export * from '../page/fields.js';
export * from './picture.js';

function clicked(event) {
  const opener = event.target.closest?.('[data-open]');
  const looker = event.target.closest?.('[data-look]');
  const revealer = event.target.closest?.('[data-reveal]');
  const address = followed(event);
  if (opener) openSection(opener.closest('section[data-item]'));
  else if (looker) lookAt(looker.closest('section[data-item]'));
  else if (event.target.closest?.('[data-open-all]')) openAll();
  else if (event.target.closest?.('#kunci')) close('locked');
  else if (revealer) document.getElementById(revealer.dataset.reveal).type = revealer.checked ? 'text' : 'password';
  if (!address) return;
  event.preventDefault();
  visit(address);
}

function submitted(event) {
  const { target: form, submitter } = event;
  const inside = staysInside(actionOf(form, submitter));
  const handler =
    form.id === 'masuk' || 'enter' in form.dataset
      ? () => submitSignIn(form)
      : form.id === 'buka'
        ? () => submitUnlock(form, reflect)
        : form.dataset.seal
          ? () => submitMessage(form, submitter)
          : inside && (() => submitInside(form, submitter));
  if (!handler) return;
  event.preventDefault();
  handler();
}

function close(reason) {
  lock();
  closedBecause(reason);
}

function start() {
  const entry = document.getElementById('masuk');
  if (entry) entry.hidden = false;
  beforeLock(hideDrafts);
  beforeLock(forget);
  document.addEventListener('click', clicked);
  document.addEventListener('submit', submitted);
  countWhileTyping();
  askBeforeLeaving(holdsDraft);
  navigation({ leave: lock, arrive: reflect });
  whenIdle(() => unlocked() && close('autolocked'));
  addEventListener('pagehide', () => {
    lock();
    document.body.replaceChildren();
  });
  addEventListener('pageshow', event => event.persisted && location.reload());
  reflect();
}

if (document.getElementById('texts')) start();
