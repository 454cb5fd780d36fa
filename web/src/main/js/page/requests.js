// Requests to our own server, and nowhere else.
import { Told } from './texts.js';

const COMMON = { credentials: 'same-origin', cache: 'no-store', referrerPolicy: 'no-referrer' };

async function answered(url, options) {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin) throw new Told('failed');
  try {
    return await fetch(target, { ...COMMON, ...options });
  } catch {
    throw new Told('offline');
  }
}

/** The problem document (RFC 9457) of a refusal, or an empty object. */
async function problem(response) {
  try {
    return isJson(response) ? await response.json() : {};
  } catch {
    return {};
  }
}

async function refuse(response) {
  const { detail, title, code, errors } = await problem(response);
  throw Object.assign(new Told('refused', { detail: detail ?? title }), { status: response.status, code, errors });
}

async function accepted(url, options) {
  const response = await answered(url, { ...options, redirect: 'error' });
  if (!response.ok) await refuse(response);
  return response;
}

const isJson = response => (response.headers.get('content-type') ?? '').includes('json');

/** The answer's JSON; nothing where it has none. */
export async function getJson(url) {
  const response = await accepted(url, { headers: { Accept: 'application/json' } });
  return isJson(response) ? response.json() : undefined;
}

/** Sends JSON; the answer's JSON where it has some, and where it says the page goes on. */
export async function postJson(url, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const response = await accepted(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const json = isJson(response) ? await response.json() : undefined;
  return { json, location: response.headers.get('location') };
}

export const getBytes = url => accepted(url, { headers: { Accept: 'application/octet-stream' } });

/** Sends octets and gives the octets of the answer. */
export async function postOctets(url, body) {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return new Uint8Array(await (await accepted(url, { method: 'POST', headers, body })).arrayBuffer());
}

/** Sends a large body and tells how many bytes of it have left; fetch could not tell. */
export function putBlob(url, blob, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', new URL(url, location.href));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onload = () => (request.status < 300 ? resolve() : reject(refusal(request)));
    request.onerror = request.onabort = request.ontimeout = () => reject(new Told('offline'));
    request.send(blob);
  });
}

function refusal({ status, response }) {
  const { detail, title, code } = response ?? {};
  return Object.assign(new Told('refused', { detail: detail ?? title }), { status, code });
}

/** A page of the server: its document and the address it ended at; nothing where the answer is no page. */
export async function getPage(url, options = {}) {
  const response = await answered(url, { ...options, headers: { Accept: 'text/html' } });
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { page, url: new URL(response.url) };
}
