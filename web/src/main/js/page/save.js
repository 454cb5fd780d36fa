// Handing a file to the browser's own way of saving.

/** A name that no file system or reader can take for something else. */
export const harmless = name =>
  String(name)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '_')
    .slice(-120) || '_';

/** Saves the blob under that name. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = harmless(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
