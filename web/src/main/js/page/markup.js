// The one place where text becomes markup: pages of our own server that a page with keys shows inside itself. The policy of the staff's pages
// names it, that of the reporters' pages allows none.
let policy;

/** A document of its own, whose scripts never run. */
export function parsed(html) {
  policy ??= globalThis.trustedTypes?.createPolicy('kulkul-page', { createHTML: text => text });
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}
