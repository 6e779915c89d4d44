/* Of what is opened, in the manner of `icons.ts`. */

export const next = "M6.25 4.5 9.75 8l-3.5 3.5";
export const back = "M9.75 4.5 6.25 8l3.5 3.5";
export const cross = "m4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5";
export const check = "m3.25 8.5 3.25 3.25 6.25-7";
export const lock =
  "M4.5 7h7a1.25 1.25 0 0 1 1.25 1.25v4A1.25 1.25 0 0 1 11.5 13.5h-7a1.25 1.25 0 0 1-1.25-1.25v-4A1.25 1.25 0 0 1 4.5 7ZM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2";
