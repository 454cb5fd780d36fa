// A photo among the attachments, drawn beside its section from a file that was opened and verified; what is no photo, or a large one, is
// saved only. Why no PDF is drawn: a renderer such as pdf.js is over a megabyte where a page may have 100 KB, and would be one more large
// parser of a stranger's bytes beside the keys.
//
// The photo is drawn on a canvas and not shown as an <img> from a blob: address. Staff pages are shown inside the document of the sign-in
// (navigate.js), whose content policy stays in force, so `img-src blob:` would have to be allowed there and on every page of the staff; a
// canvas needs it nowhere, leaves no address to revoke, and keeps one frame of at most LONGEST pixels a side instead of the picture.
import { pictureIn } from './picture.js';
import { Told, sentence } from '../page/texts.js';

/** Most bytes of a photo: as many as stay in memory for it, and as the decoder is given. */
const MOST_BYTES = 25e6;
/** Most pixels that its header may name: 200 MB while it is decoded. */
const MOST_PIXELS = 50e6;
/** Most pixels of a side as drawn: an A4 page stays readable. */
const LONGEST = 2560;
/** Most time for the decoder, whose work nothing ends but its own end. */
const PATIENCE = 20_000;

/** Opened files that are photos in size, by all that was asked of them: what was delivered once is not asked for again. */
const opened = new Map();
/** The photo that stands at a section, by the digest of its item. */
const figures = new Map();

/** The page's word for an item and the signed text's word for its file: another word for either is another file, and is opened anew. */
const keyOf = ({ report, item, digest }, { size, sha256 }) => [report, item, digest, size, sha256].join();

/** The file that was expected and listed in these words, if it was opened before on this page. */
export const openedBefore = (expected, listed) => opened.get(keyOf(expected, listed))?.file;

/** Keeps an opened file as long as its section is shown, so that whoever looks and then saves opens it once. */
export function keep(section, file, expected, listed) {
  if (section.isConnected && fits(file)) opened.set(keyOf(expected, listed), { file, digest: expected.digest });
}

/** Whether a file of this size may be a photo to be drawn. */
export const fits = ({ size }) => size <= MOST_BYTES;

/** The photo that this file is, or the name of the sentence that says why there is none. */
export async function photoOf(file) {
  try {
    return { canvas: await drawn(file) };
  } catch (failure) {
    if (failure instanceof Told) return { refusal: failure.sentence };
    throw failure;
  }
}

async function drawn(file) {
  const picture = pictureIn(new Uint8Array(await file.arrayBuffer()));
  if (!picture) throw new Told('photoNone');
  if (picture.width * picture.height > MOST_PIXELS) throw new Told('photoLarge');
  const bitmap = await decoded(file.slice(0, file.size, picture.type));
  try {
    return copied(bitmap);
  } finally {
    bitmap.close();
  }
}

async function decoded(photo) {
  const decoding = createImageBitmap(photo);
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(reject, PATIENCE)));
  try {
    return await Promise.race([decoding, late]);
  } catch {
    decoding.then(bitmap => bitmap.close(), () => {});
    throw new Told('photoBroken');
  } finally {
    clearTimeout(timer);
  }
}

function copied(bitmap) {
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height].map(side => Math.max(1, Math.round(side * scale)));
  const brush = canvas.getContext('2d');
  if (!brush) throw new Told('photoBroken');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Puts the photo under what the section shows; its name is its number, never what the reporter called it. */
export function hang(section, canvas, number) {
  if (!section.isConnected) return;
  takeDown(section);
  const figure = framed(canvas, sentence('photo', { number }));
  const closing = button('photoClose', () => takeDown(figure.closest('section')));
  figure.querySelector('.row').append(closing);
  figures.set(section.dataset.digest, figure);
  const leaving = document.activeElement === lookButton(section);
  rehang(section);
  if (leaving) closing.focus({ preventScroll: true });
}

function framed(canvas, name) {
  const [figure, frame, buttons, caption] = ['figure', 'div', 'p', 'figcaption'].map(tag => document.createElement(tag));
  canvas.setAttribute('role', 'img');
  canvas.ariaLabel = name;
  frame.append(canvas);
  const larger = button('photoLarger', () => resize(frame, larger));
  buttons.className = 'row';
  buttons.append(larger);
  caption.textContent = sentence('photoNote');
  figure.className = 'photo';
  figure.append(frame, buttons, caption);
  return figure;
}

function button(name, pressed) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn alt slim';
  element.textContent = sentence(name);
  element.addEventListener('click', pressed);
  return element;
}

/** Enlarged, the frame shows the middle first and scrolls, by keyboard too. */
function resize(frame, larger) {
  const enlarged = frame.classList.toggle('enlarged');
  larger.textContent = sentence(enlarged ? 'photoSmaller' : 'photoLarger');
  if (enlarged) {
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.ariaLabel = frame.firstChild.ariaLabel;
    frame.scrollTo((frame.scrollWidth - frame.clientWidth) / 2, (frame.scrollHeight - frame.clientHeight) / 2);
  } else {
    ['tabindex', 'role', 'aria-label'].forEach(name => frame.removeAttribute(name));
  }
}

const lookButton = section => section.querySelector('[data-look]');

/** Hangs the photo of this section where it belongs, on the next page of the same case too. */
export function rehang(section) {
  const figure = figures.get(section.dataset.digest);
  if (!figure) return;
  section.querySelector('[data-content]').after(figure);
  lookButton(section).hidden = true;
}

/** Takes the photo of this section down; whoever works by keyboard goes on where they were. */
export function takeDown(section) {
  const figure = figures.get(section.dataset.digest);
  if (!figure) return;
  const leaving = figure.contains(document.activeElement);
  wipe(section.dataset.digest);
  const look = lookButton(section);
  look.hidden = false;
  if (leaving) look.focus();
}

/** Gives back the pixels at once, whenever the browser forgets the canvas. */
function wipe(digest) {
  const figure = figures.get(digest);
  if (!figure) return;
  const canvas = figure.querySelector('canvas');
  canvas.width = canvas.height = 0;
  figure.remove();
  figures.delete(digest);
}

/** Lets go of every file and photo whose section is not among these. */
export function keepOnly(sections) {
  const here = new Set(sections.map(({ dataset }) => dataset.digest));
  [...figures.keys()].filter(digest => !here.has(digest)).forEach(wipe);
  opened.forEach(({ digest }, key) => here.has(digest) || opened.delete(key));
}
