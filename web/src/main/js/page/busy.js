// A button whose work is under way says so, and cannot be pressed again.

/** Shows the words of the button's `data-busy` while the work lasts. */
export async function whileBusy(button, work) {
  const words = button.textContent;
  Object.assign(button, { disabled: true, ariaBusy: 'true', textContent: button.dataset.busy ?? words });
  try {
    return await work();
  } finally {
    Object.assign(button, { disabled: false, ariaBusy: 'false', textContent: words });
  }
}
