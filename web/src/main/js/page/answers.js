// What counts as an answer of our own server. The page of a hotel's Wi-Fi, a proxy's error, half a document and an empty one
// are no answer at all, whatever their status says: nothing may be believed, forgotten or accused because of them.
import { parsed } from './markup.js';
import { Told } from './texts.js';

const typeOf = response => (response.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();

/** The failure of an exchange that somebody else than our server answered, or that broke off. */
export const notOurs = () => new Told('notOurs');

/** A value that is text, and some of it. */
export const text = value => typeof value === 'string' && value !== '';

/** A list whose every entry fits. */
export const list = each => value => Array.isArray(value) && value.every(entry => each(entry));

/** A record whose fields fit, each in its own way; others may stand beside them. */
export const record = fields => value =>
  value !== null && typeof value === 'object' && Object.entries(fields).every(([name, fits]) => fits(value[name]));

/** What the body holds; one that breaks off on its way is no answer. */
async function whole(work) {
  try {
    return await work();
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : notOurs();
  }
}

/** The JSON of these octets, if it has the shape that was asked for. */
export function shaped(octets, fits) {
  try {
    const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
    if (fits(json)) return json;
  } catch {
    // no JSON is no answer either
  }
  throw notOurs();
}

/** Exactly the octets that were asked for: of this type, and of this size where there is but one. */
export async function octetsOf(response, type, size) {
  const octets = await whole(async () => new Uint8Array(await response.arrayBuffer()));
  if (typeOf(response) !== type || (size !== undefined && octets.length !== size)) throw notOurs();
  return octets;
}

/** The answer's JSON of this shape, and of this size in octets where all answers have one. */
export const jsonOf = async (response, fits, size) => shaped(await octetsOf(response, 'application/json', size), fits);

/** A stream of octets, of which what reads it must find out whether it is whole. */
export function streamOf(response) {
  if (typeOf(response) !== 'application/octet-stream') throw notOurs();
  return response;
}

/** A whole page of ours: it has our frame and its own end. */
export async function pageOf(response) {
  const html = await whole(() => response.text());
  if (typeOf(response) !== 'text/html' || !html.trimEnd().endsWith('</html>')) throw notOurs();
  const page = parsed(html);
  if (!page.querySelector('main#isi')) throw notOurs();
  return page;
}

/** A part of a page of ours: the element that was asked for. */
export async function partOf(response, id) {
  const html = await whole(() => response.text());
  const part = typeOf(response) === 'text/html' && parsed(html).getElementById(id);
  return part || undefined;
}

const isProblem = record({ status: Number.isInteger, code: text });

/** Our own refusal (RFC 9457), with its stable code. */
export function refused(problem, status) {
  if (!isProblem(problem) || problem.status !== status) return notOurs();
  const { detail, title, code, errors } = problem;
  return Object.assign(new Told('refused', { detail: detail ?? title }), { status, code, errors });
}

/** Why an answer refuses; one that does not say so in our words refuses nothing. */
export async function refusalOf(response) {
  const octets = await octetsOf(response, 'application/problem+json');
  return refused(shaped(octets, isProblem), response.status);
}
