const bytesPerId = 16;
const idsPerDraw = 128;
const digits = new TextEncoder().encode("0123456789abcdef");
const decoder = new TextDecoder();

let drawn = "";
let next = 0;

/** 128 random bits, cut from a text of many: a UUID would be put together of twenty pieces for each. */
function newRequestId(): string {
  if (next === drawn.length) {
    const random = crypto.getRandomValues(new Uint8Array(bytesPerId * idsPerDraw));
    const hex = new Uint8Array(random.length * 2);
    random.forEach((byte, index) => {
      hex[2 * index] = digits[byte >> 4] as number;
      hex[2 * index + 1] = digits[byte & 15] as number;
    });
    drawn = decoder.decode(hex);
    next = 0;
  }
  const start = next;
  next += 2 * bytesPerId;
  return drawn.slice(start, next);
}

/** The name that a proxy in front gave the request, if it can stand in a log; else one of ours. */
export function requestIdOf(given: string | undefined): string {
  return given && /^[\w=-]{1,100}$/.test(given) ? given : newRequestId();
}
