/** What Web Chat asks of Globalize, which carries the calendars and plurals of every language: the browser knows them by itself. */
interface Globalize {
  plural(value: number): string;
  dateFormatter(): (date: Date) => string;
  relativeTimeFormatter(unit: Intl.RelativeTimeFormatUnit): (value: number) => string;
  unitFormatter(unit: string, options: { readonly form: 'long' | 'short' }): (value: number) => string;
}

/** @param language `zh-Hans`, `zh-Hant` or `en`. */
export default function globalize(language: string): Globalize {
  const plurals = new Intl.PluralRules(language);
  const relative = new Intl.RelativeTimeFormat(language);
  return {
    plural: (value) => plurals.select(value),
    dateFormatter: () => {
      const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' });
      return (date) => format.format(date);
    },
    relativeTimeFormatter: (unit) => (value) => relative.format(value, unit),
    unitFormatter: (unit, { form }) => {
      const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: form });
      return (value) => format.format(value);
    },
  };
}
