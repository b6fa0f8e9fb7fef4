/**
 * Where a triple quote was opened and never closed. All strings behind it are turned inside out: what should be
 * code is a string, and what should be a string is read as code. So the quote that is lost is not the last one, in
 * whose string the text ends, but the one from which on code and prose have changed places.
 */

const CODE =
  /^[ \t]*(?:(?:async[ \t]+)?(?:def|class|for|with)[ \t].*:|(?:if|elif|while|except)\b.*:[ \t]*$|(?:import|from|return|raise|assert|await|yield)\b|(?:else|try|finally):|pass$|@\w|[\w.]+(?:\[.*\])?[ \t]*[-+*|]?=[ \t]|[\w.]+\(.*[(),:]$|[)\]}])/;
const PROSE = /^[ \t]*(?:[A-Z][\w']*|\w+)(?:,? [\w'`*-]+){2,}/;
/** One long string of data must not outvote all others. */
const LOUDEST = 4;
const MOST_LINES = 40;

/** Offset of the quote in a text with an open string; -1 when its triple quotes are in pairs. */
export function findLostQuote(text: string): number {
  for (const quote of ['"""', "'''"]) {
    const places = placesOf(quote, text);
    if (places.length % 2 === 1) return turningPoint(places, text);
  }
  return -1;
}

/** Where prose begins to stand outside of the quotes. */
function turningPoint(places: readonly number[], text: string): number {
  let balance = 0;
  let best = -Infinity;
  let lost = -1;
  let start = 0;
  places.forEach((place, index) => {
    const likeness = likenessToCode(text, start, place);
    const opens = index % 2 === 0;
    balance += opens ? likeness : -likeness;
    if (opens && balance >= best) {
      best = balance;
      lost = place;
    }
    start = place + 3;
  });
  return lost;
}

function placesOf(quote: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) places.push(at);
  return places;
}

/** How many more lines look like code than like prose. */
function likenessToCode(text: string, start: number, end: number): number {
  let likeness = 0;
  let at = start;
  for (let count = 0; at < end && count < MOST_LINES; count++) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 ? end : Math.min(found, end);
    // A longer line is data.
    if (lineEnd - at < 200) {
      const line = text.slice(at, lineEnd);
      if (CODE.test(line)) likeness++;
      else if (PROSE.test(line)) likeness--;
    }
    at = lineEnd + 1;
  }
  return Math.max(-LOUDEST, Math.min(LOUDEST, likeness));
}
