// Every sample is broken in every place. The reader must end without an exception, must find no more than signature and sides, and where a
// browser draws what it found, the picture must have no more pixels than the reader said: else the limit on them would bound nothing.

const VALUES = [0x00, 0x01, 0x7f, 0x80, 0xff];
const DRAWN = 4e6;

export async function broken(twin, samples) {
  const seen = { read: 0, found: 0, drawn: 0 };
  for (const sample of samples) {
    const whole = twin.unhex(sample);
    for (const bytes of [...cut(whole), ...changed(whole)]) await check(twin, bytes, seen);
  }
  return seen;
}

function* cut(whole) {
  for (let size = 0; size <= whole.length; size++) yield whole.slice(0, size);
}

function* changed(whole) {
  for (let at = 0; at < whole.length; at++) {
    for (const value of VALUES) yield whole.map((byte, i) => (i === at ? value : byte));
    yield twice(whole, at);
  }
}

/** The rest of the file begins once more. */
const twice = (whole, at) => new Uint8Array([...whole.slice(0, at), ...whole]);

async function check({ pictureIn }, bytes, seen) {
  seen.read++;
  const picture = pictureIn(bytes);
  if (!picture) return;
  seen.found++;
  const { type, width, height } = picture;
  const right = /^image\/(jpeg|png|webp|gif)$/.test(type) && [width, height].every(side => Number.isSafeInteger(side) && side > 0);
  if (!right) throw new Error(`found ${JSON.stringify(picture)}`);
  if (width * height > DRAWN) return;
  let bitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return;
  }
  seen.drawn++;
  if (bitmap.width * bitmap.height > width * height) throw new Error(`${type} of ${width}x${height} is ${bitmap.width}x${bitmap.height}`);
  bitmap.close();
}
