// Requests to our own server, and nowhere else; what answers them must be ours.
import { jsonOf, notOurs, octetsOf, pageOf, partOf, refusalOf, refused, streamOf } from './answers.js';
import { Told } from './texts.js';

const COMMON = { credentials: 'same-origin', cache: 'no-store', referrerPolicy: 'no-referrer' };
const OCTETS = 'application/octet-stream';

async function answered(url, options) {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin) throw new Told('failed');
  try {
    return await fetch(target, { ...COMMON, ...options });
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : new Told('offline');
  }
}

/** Nobody is sent on: where a question leads elsewhere, it was not our server that answered. */
async function accepted(url, options) {
  const response = await answered(url, { ...options, redirect: 'manual' });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

const sendsJson = body => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  body: JSON.stringify(body),
});

/** The answer's JSON, of the shape that fits. */
export async function getJson(url, fits) {
  return jsonOf(await accepted(url, { headers: { Accept: 'application/json' } }), fits);
}

/** Sends JSON and gives the answer's, of the shape that fits and of this many octets where all answers have the same. */
export async function postJson(url, body, fits, size) {
  return jsonOf(await accepted(url, sendsJson(body)), fits, size);
}

/** Sends JSON that is answered without a word; gives the page to go on to, where the server names one. */
export async function postForNext(url, body) {
  const response = await accepted(url, sendsJson(body));
  if (response.status !== 204) throw notOurs();
  return response.headers.get('location') ?? undefined;
}

/** An answer of octets that are read bit by bit. */
export const getStream = async url => streamOf(await accepted(url, { headers: { Accept: OCTETS } }));

/** An answer of octets, whole. */
export const getOctets = async url => octetsOf(await getStream(url), OCTETS);

/** Sends octets and gives exactly so many of that type. */
export async function postOctets(url, body, size, type = OCTETS) {
  return octetsOf(await accepted(url, { method: 'POST', headers: { 'Content-Type': OCTETS }, body }), type, size);
}

/** Sends a large body and tells how many bytes of it have left; fetch could not tell. */
export function putBlob(url, blob, progress) {
  const target = new URL(url, location.href).href;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', target);
    request.setRequestHeader('Content-Type', OCTETS);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onload = () => (kept(request, target) ? resolve() : reject(refused(request.response, request.status)));
    request.onerror = request.onabort = request.ontimeout = () => reject(new Told('offline'));
    request.send(blob);
  });
}

const kept = ({ status, responseURL }, target) => status === 204 && responseURL === target;

/** A page of the server, whole, and the address it ended at. */
export async function getPage(url, options = {}) {
  const response = await answered(url, { ...options, headers: { Accept: 'text/html' } });
  return { page: await pageOf(response), url: new URL(response.url) };
}

/** The part of this id of a page; nothing where our server has another page instead, as it has once a session is over. */
export async function getPart(url, id, signal) {
  const response = await answered(url, { headers: { Accept: 'text/html' }, signal });
  if (response.ok && !response.redirected) {
    const part = await partOf(response, id);
    if (part) return part;
    throw notOurs();
  }
  await pageOf(response);
  return undefined;
}
