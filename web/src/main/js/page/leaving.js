// Nothing that stands nowhere else is left without a question; only the quick exit never asks.
let exiting = false;

/** Asks before this document is left, reloaded or closed while it holds something that would be lost. */
export function askBeforeLeaving(holdsSomething) {
  document.addEventListener('click', ({ target }) => (exiting = Boolean(target.closest?.('a.exit'))), true);
  addEventListener('beforeunload', event => {
    if (!exiting && holdsSomething()) event.preventDefault();
  });
}
