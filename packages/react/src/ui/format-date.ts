const day = 86_400_000;

/** A moment that `Intl` can format; `null` for any other, at which it would throw. */
export function toDate(moment: string | number): Date | null {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The day of a moment: `today`, `2 days ago`, and after a week `3 March 2026`. */
export function formatRelativeDay(date: Date, locale: string, now: number): string {
  const midnight = (moment: Date) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(date) - midnight(new Date(now))) / day);
  if (days > -7 && days <= 0) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  }
  return formatDate(date, locale);
}

/** The day alone, in full. */
export const formatDate = (date: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(date);

/** The day and the time, to the minute. */
export const formatMinute = (date: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(date);

/** A recent moment: its time, and its day unless that is today. `null` when it is no moment. */
export function formatMoment(moment: number, locale: string, now: number): string | null {
  const date = toDate(moment);
  if (!date) return null;
  const isToday = date.toDateString() === new Date(now).toDateString();
  const format = new Intl.DateTimeFormat(locale, {
    timeStyle: "short",
    ...(!isToday && { dateStyle: "medium" }),
  });
  return format.format(date);
}
