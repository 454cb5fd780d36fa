// The clock of this device against the times that a log signed: an old list under an old checkpoint, or a promise for another century,
// would be as good as none. The signatures are checked before; here is only time.
import { Refused } from '../crypto/index.js';
import { Told } from '../page/texts.js';

const HOUR = 3600;
const OLDEST = 24 * HOUR;
const FUTURE = HOUR;
const HOURS_OF_PROMISE = 24;

const WITA = 'Asia/Makassar';

const now = () => Math.floor(Date.now() / 1000);

/** A time that this device's own clock contradicts; the sentence tells both that the server and that the clock may be wrong. */
class Untimely extends Refused {
  constructor(reason, name) {
    super(reason);
    this.sentence = name;
  }
}

/** Refuses what a checkpoint of that time (in seconds) proves: one over a day old may hide newer ones, one from the future is nobody's. */
export function timely(signedAt) {
  if (now() - signedAt > OLDEST) throw new Untimely('OLD_CHECKPOINT', 'listOld');
  if (signedAt - now() > FUTURE) throw new Untimely('FUTURE_CHECKPOINT', 'listAhead');
}

/** Refuses a list that is not in force yet. */
export function begun({ validFromHour }) {
  if (validFromHour * HOUR - now() > FUTURE) throw new Untimely('FUTURE_LIST', 'listAhead');
}

/** Whether a promise for the end of that hour is one that this reporter can wait for, and was not due long before it was made. */
export const isNear = hourDue => Math.abs(hourDue - Math.floor(now() / HOUR)) <= HOURS_OF_PROMISE;

/** The sentence for a list that is not believed. */
export const toldOf = failure =>
  failure.sentence ? new Told(failure.sentence, { clock: deviceClock() }) : new Told('recipients');

/** English pages write the day before the month, as the server does. */
const LOCALES = { en: 'en-GB' };

/** A moment in the language of the page. */
export const written = (moment, options) =>
  new Intl.DateTimeFormat(LOCALES[document.documentElement.lang] ?? document.documentElement.lang, options).format(moment);

/** What the clock of this device shows, in its own time zone. */
export const deviceClock = () => written(new Date(), { dateStyle: 'long', timeStyle: 'short' });

/** The time of day that it shows, to the second. */
export const deviceTime = () => written(new Date(), { timeStyle: 'medium', hourCycle: 'h23' });

/** A day such as 2026-12-04 with its weekday, as every page here writes it. */
export const weekday = iso => weekdayOf(new Date(`${iso}T00:00:00+08:00`));

/** The day of a moment in Bali, with its weekday. */
export const weekdayOf = moment =>
  written(moment, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: WITA });

/** The end of an hour since 1970, in words, as the clocks in Bali show it. */
export function hourEnds(hour) {
  const moment = new Date((hour + 1) * HOUR * 1000);
  return Number.isNaN(moment.getTime())
    ? String(hour)
    : `${written(moment, { dateStyle: 'long', timeStyle: 'short', timeZone: WITA })} WITA`;
}
