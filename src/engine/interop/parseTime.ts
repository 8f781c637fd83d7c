const dayMs = 86_400_000;
const pattern =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Microseconds since 1970 of a time like `2010-12-30T14:32:00.5+01:00`, with `T` or a space, with `-` or `/`,
 * down to a mere date (ISO 8601 in the forms that logs use). Without an offset it counts as UTC: the machine's
 * time zone has no say. Null when it is no such time, or no day of the calendar.
 */
export function parseTime(text: string): number | null {
  const parts = pattern.exec(text.trim());
  if (parts === null) return null;
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', offset = 'Z'] = parts;
  const date = daysSince1970(Number(year), Number(month), Number(day));
  // 24:00 and the leap second 23:59:60 are times in ISO 8601.
  const isTime = Number(hour) <= 24 && Number(minute) <= 59 && Number(second) <= 60;
  const offsetMinutes = minutesOf(offset);
  if (date === null || offsetMinutes === null || !isTime) return null;
  const ms =
    date * dayMs + ((Number(hour) * 60 + Number(minute) - offsetMinutes) * 60 + Number(second)) * 1000;
  return ms * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function minutesOf(offset: string): number | null {
  if (/^z$/i.test(offset)) return 0;
  const digits = offset.replace(':', '');
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3, 5))];
  if (hours > 23 || minutes > 59) return null;
  return (digits.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Howard Hinnant's `days_from_civil` (proleptic Gregorian calendar); null when the month has no such day. */
function daysSince1970(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
