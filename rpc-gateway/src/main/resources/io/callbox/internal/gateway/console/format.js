/** Figures in a form for people. */

const WHOLE = new Intl.NumberFormat("en");

/** A whole number: 12,345. */
export const count = (number) => WHOLE.format(number);

/** A number in little room: 12.3k. */
export function short(number) {
  if (number < 1000) return String(Math.round(number * 10) / 10);
  for (const [size, unit] of [[1e9, "G"], [1e6, "M"], [1e3, "k"]]) {
    if (number >= size) return (number / size).toFixed(number / size < 10 ? 1 : 0) + unit;
  }
  return String(number);
}

/** A rate per second. */
export function rate(perSecond) {
  if (perSecond === null || perSecond === undefined) return "–";
  if (perSecond === 0) return "0/s";
  return (perSecond < 10 ? perSecond.toFixed(1) : short(perSecond)) + "/s";
}

/** A duration in microseconds. */
export function micros(value) {
  if (!value) return "–";
  if (value < 1000) return value + " µs";
  return millis(value / 1000);
}

/** A duration in milliseconds. */
export function millis(value) {
  if (value < 10) return value.toFixed(1) + " ms";
  if (value < 1000) return Math.round(value) + " ms";
  const seconds = value / 1000;
  if (seconds < 60) return seconds.toFixed(seconds < 10 ? 1 : 0) + " s";
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes + " min";
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? hours + " h" : Math.floor(hours / 24) + " d";
}

/** The time since a moment. */
export const ago = (at, now) => (at ? millis(Math.max(0, now - at)) + " ago" : "unknown");

/** A moment, as the reader's clock tells it. */
export const moment = (at) => (at ? new Date(at).toLocaleString() : "unknown");

/** "1 node", "2 nodes". */
export const many = (number, what) => count(number) + " " + what + (number === 1 ? "" : "s");
