// Two sliders over the moments of a case, and what differs between them.
import { addressed, fill, lead, moments, remember, replace } from './part.js';

export function compare(place) {
  const from = document.getElementById('geser-dari');
  const to = document.getElementById('geser-sampai');
  const status = document.getElementById('beda-kini');
  const indexes = moments(place.dataset.indexes);

  /** Neither handle passes the other. */
  function keepOrder(moved) {
    if (from.valueAsNumber <= to.valueAsNumber) return;
    if (moved === from) from.value = to.value;
    else to.value = from.value;
  }

  const away = () => (status.textContent = place.dataset.away);

  async function show(handle) {
    const values = { from: indexes[from.valueAsNumber], to: indexes[to.valueAsNumber] };
    const address = addressed(place.dataset.part, values);
    const part = await replace(document.getElementById('perubahan'), address, { handle, away });
    if (!part) return;
    const { label, fromLabel, toLabel } = part.dataset;
    status.textContent = label;
    from.setAttribute('aria-valuetext', fromLabel);
    to.setAttribute('aria-valuetext', toLabel);
    document.getElementById('dari-kini').textContent = fromLabel;
    document.getElementById('sampai-kini').textContent = toLabel;
    for (const [name, value] of Object.entries(values)) fill(document.getElementById(name), value);
    lead(values.to);
    remember(addressed(location.href, values));
  }

  for (const handle of [from, to]) {
    handle.addEventListener('input', () => {
      keepOrder(handle);
      show(handle);
    });
  }
  place.hidden = false;
}
